import { createHash } from 'node:crypto'

import { AppError } from '../error.ts'

/** The largest file that can be imported, in bytes of UTF-8. */
export const MAX_TEXT = 2 * 1024 * 1024

export interface Base {
  readonly bytes: Uint8Array
  /** SHA-256 in hexadecimal. */
  readonly hash: string
}

/** The imported text as it will be kept. Throws `AppError` where it is too large, or no text. */
export function toBase(text: string): Base {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > MAX_TEXT)
    throw new AppError('too-large', 'This file is larger than 2 MiB, which minutes never are.')
  if (text.includes('\0') || !text.isWellFormed()) {
    throw new AppError('not-text', 'This is not a text file: it holds bytes that no text has.')
  }
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') }
}

/** The imported text as it was, byte order mark included. */
export function fromBase(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}
