import { AppError } from '../../errors.ts'

export const importFaults = [
  'empty',
  'not-a-table',
  'not-a-spreadsheet',
  'not-a-calendar',
  'old-spreadsheet', // .xls, .ods and the like
  'protected-spreadsheet',
  'zip-bomb',
  'unknown-format',
  'too-many-rows',
  'own-calendar', // T48
] as const
export type ImportFault = (typeof importFaults)[number]

/** What was sent can't be imported as a whole. Rows that can't be are told apart, with their lines. The words hang on `fault`. */
export class ImportError extends AppError {
  readonly code = 'not-importable'
  readonly status = 422
  constructor(
    readonly fault: ImportFault,
    value: string,
    expected: string,
    options?: ErrorOptions,
  ) {
    super(
      `this can't be imported (${fault})${value ? `: ${value}` : ''}; expected ${expected}`,
      { fault, value, expected },
      options,
    )
  }
}

/** 415: what was sent is no table and no calendar, whatever it is called. */
export class UnknownFormatError extends AppError {
  readonly code = 'unknown-format'
  readonly status = 415
  constructor(seen: string) {
    super(`this is ${seen}: send a table (CSV, TSV, XLSX) or a calendar (ICS)`, { fault: 'unknown-format', seen })
  }
}
