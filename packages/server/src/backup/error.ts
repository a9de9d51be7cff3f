/** Why there is no backup, or none that can be used, as a sentence for the operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly code: 'unusable' | 'not-whole'

  constructor(code: BackupError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The sentence for something that the system refuses. */
export function failed(what: string, cause: unknown): BackupError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new BackupError('unusable', `${what}: ${reason}.`, { cause })
}
