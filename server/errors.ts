import type { Issue } from '#shared/contract/problem.ts'

/** A refusal that the caller can understand and act on. Anything else that is thrown is a bug. */
export abstract class AppError extends Error {
  /** Stable and machine-readable: part of the public interface. */
  abstract readonly code: string
  abstract readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 421 | 422 | 429
  readonly details: Readonly<Record<string, unknown>>

  constructor(message: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.details = details
  }
}

/** For what isn't there and for what isn't yours: the two answers are byte-identical, so it takes no details. */
export class NotFoundError extends AppError {
  readonly code = 'not-found'
  readonly status = 404
  constructor() {
    super('there is nothing at this address')
  }
}

/** The shape of the request is wrong: each issue says where, what stood there and what would be right. */
export class InvalidRequestError extends AppError {
  readonly code = 'invalid-request'
  readonly status = 400
  constructor(issues: readonly Issue[]) {
    super('the request is not understood', { issues })
  }
}

export class MethodNotAllowedError extends AppError {
  readonly code = 'method-not-allowed'
  readonly status = 405
  constructor(readonly allowed: readonly string[]) {
    super(`this address answers ${allowed.join(', ')}`, { allowed })
  }
}

export class UnknownHostError extends AppError {
  readonly code = 'unknown-host'
  readonly status = 421
  constructor() {
    super('this server does not answer under that name: its administrator sets the right one as PUBLIC_URL')
  }
}

export class TooManyRequestsError extends AppError {
  readonly code = 'too-many-requests'
  readonly status = 429
  constructor(seconds: number) {
    super(`too many requests from here: try again in ${seconds} s`, { retryAfter: seconds })
  }
}

export class UnsupportedMediaTypeError extends AppError {
  readonly code = 'unsupported-media-type'
  readonly status = 415
  constructor() {
    super('the body must be JSON: send it with Content-Type: application/json')
  }
}

/** An address that something else has, or had: former addresses go on answering for ever. */
export class SlugTakenError extends AppError {
  readonly code = 'slug-taken'
  readonly status = 409
  constructor(slug: string) {
    super(`the address name "${slug}" is taken: choose another`, { slug })
  }
}

/** Something of which there may be one only is there already. */
export class AlreadyThereError extends AppError {
  readonly code = 'already-there'
  readonly status = 409
  constructor(what: string) {
    super(`there is already ${what}`)
  }
}

/** The shape is right, and yet it can't be: each issue says where, what stood there and what would be right. */
export class ImpossibleValueError extends AppError {
  readonly code = 'impossible-value'
  readonly status = 422
  constructor(issues: readonly Issue[]) {
    super('these values are impossible', { issues })
  }
}

/** Somebody else edited meanwhile: both versions, and what both began with and who it was where that is known, so that nothing is lost. */
export class EditedMeanwhileError extends AppError {
  readonly code = 'edited-meanwhile'
  readonly status = 409
  constructor(
    yours: { readonly version: number },
    current: Readonly<Record<string, unknown>>,
    more: {
      readonly base: Readonly<Record<string, unknown>> | null
      readonly by: { readonly name: string; readonly at: string } | null
    } = { base: null, by: null },
  ) {
    super(`version ${yours.version} was edited meanwhile: look at the current one and decide again`, { yours, current, ...more })
  }
}
