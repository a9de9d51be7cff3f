import { StoreError } from '../store/store.ts'

/** An error as it stands in the log. */
export interface LoggedError {
  readonly type: string
  readonly code?: string
  readonly message: string
  /** The calls that led to it, innermost first, a line each. */
  readonly stack: string
  readonly cause?: LoggedError
  // As pino and Fastify type it.
  readonly [more: string]: unknown
}

const WITHHELD = '(not logged: it may quote what people write)'

/**
 * What of an error may be logged: what it is and where it came from. A message may quote minutes (`JSON.parse` and ProseMirror
 * show the text at which they failed), so only those of our store, of the system and of LevelDB are kept.
 */
export function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: WITHHELD, stack: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const isHarmless = error instanceof StoreError || (code !== undefined && /^(?:E[A-Z\d]+|LEVEL_[A-Z_]+)$/.test(code))
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: isHarmless ? error.message : WITHHELD,
    stack: callsOf(error),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}

/** The message stands at the beginning of a stack, with all its lines, and goes first: a line of it may look like a call. */
function callsOf({ stack = '', message }: Error): string {
  const calls = stack.replace(message, '').split('\n')
  return calls
    .filter((line) => /^ {4}at \S/.test(line))
    .map((line) => line.trim())
    .join('\n')
}
