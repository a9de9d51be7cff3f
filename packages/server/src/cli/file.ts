import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'

import { MAX_TEXT } from '../meeting/text.ts'

/** A file of text, or a sentence that says why it is none. */
export type TextFile = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string }

export async function readTextFile(path: string): Promise<TextFile> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    return { ok: false, problem: reasonOf(error, path) }
  }
  if (bytes.length > MAX_TEXT) return { ok: false, problem: `${path} is larger than 2 MiB, which minutes never are.` }
  if (!isUtf8(bytes) || bytes.includes(0)) return { ok: false, problem: `${path} is no text file in UTF-8.` }
  return { ok: true, text: bytes.toString('utf8') }
}

function reasonOf(error: unknown, path: string): string {
  if (!(error instanceof Error)) throw error
  switch ('code' in error ? error.code : undefined) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no file ${path}.`
    case 'EISDIR':
      return `${path} is a folder; name the files in it.`
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read by you.`
    default:
      return `${path} cannot be read: ${error.message}.`
  }
}
