import { AppError } from '../../errors.ts'

/** Something moved between looking and applying: the plan that was looked at isn't what would happen now. */
export class ImportChangedError extends AppError {
  readonly code = 'import-changed'
  readonly status = 409
  constructor() {
    super('the plan or the calendar changed meanwhile: look at what applying would do now')
  }
}

/** Something speaks against rows that could be planned all the same: the one who applies says that they know. */
export class UnconfirmedWarningsError extends AppError {
  readonly code = 'unconfirmed-warnings'
  readonly status = 409
  constructor(warnings: number) {
    super(`${warnings} of these sessions meet others of the same club or host: confirm that this is meant`, { warnings })
  }
}

/** 413, in words, also for what a browser would send for minutes. */
export class FileTooLargeError extends AppError {
  readonly code = 'file-too-large'
  readonly status = 413
  constructor(limit: number) {
    super(`the file is larger than ${limit / 1024 / 1024} MB: send a part of it, or a table without pictures`, { limit })
  }
}
