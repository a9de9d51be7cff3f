/** Every way a request can be refused, as `{ "error": { "code", "message" } }`. The message is a sentence for a person. */
export type ErrorCode =
  | 'bad-request'
  | 'who-are-you'
  | 'forbidden'
  | 'not-found'
  | 'wrong-method'
  | 'too-large'
  | 'not-text'
  | 'unsupported-type'
  | 'unreadable'
  | 'too-many'
  | 'storage-unavailable'
  | 'internal'

export interface ErrorBody {
  readonly error: { readonly code: ErrorCode; readonly message: string }
}
