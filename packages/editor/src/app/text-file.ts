import type { Outcome } from './api.ts'

/** More than any minutes file; what is larger is not even read, so that a film dropped by mistake does no harm. Bytes. */
const READABLE = 32 * 1024 * 1024

/**
 * The text of a file with every byte that it has: the byte order mark and the line ends stay as they are, and bytes that are
 * not UTF-8 are refused, as decoding them would quietly replace them.
 */
export async function readText(file: File): Promise<Outcome<string>> {
  if (file.size > READABLE) return refused('too-large', 'This file is far too large to be minutes.')
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    // A folder, or a file that was moved or may not be read since it was chosen; the browser does not say which.
    return refused('bad-request', 'This file cannot be read. If it is a folder, open it and choose the files inside.')
  }
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return refused('not-text', 'This file is not UTF-8 text. Save it as UTF-8, then drop it again.')
  }
}

function refused(code: 'too-large' | 'not-text' | 'bad-request', message: string): Outcome<never> {
  return { ok: false, failure: { code, message } }
}
