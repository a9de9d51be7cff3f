import type { ErrorBody, ErrorCode } from '@plenary/shared/meeting'

/** A request that is refused, with a sentence for the person who made it. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The one table from the words of the domain to those of HTTP. */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'who-are-you': 401,
  forbidden: 403,
  'not-found': 404,
  'wrong-method': 405,
  'too-large': 413,
  'not-text': 422,
  'unsupported-type': 415,
  unreadable: 422,
  'too-many': 429,
  'storage-unavailable': 503,
  internal: 500,
}

export function errorBody(code: ErrorCode, message: string): ErrorBody {
  return { error: { code, message } }
}
