import { createHash } from 'node:crypto'

import * as encoding from 'lib0/encoding'

/** A key of the store and what lies under it; see `store/keys.ts`. */
export type Entry = readonly [key: string, value: Uint8Array]

/** The version of the file; that of what is in it is the entry `format`. */
export const VERSION = 1

/** At the end of the file: a SHA-256. */
export const CHECKSUM = 32

/** So many bytes, or a little more, are given at a time. */
const CHUNK = 64 * 1024

/**
 * A backup, piece by piece: a line for people, everything in the store, and what shows that all of it is there.
 *
 *   Plenary backup 1 of <time>\n
 *   vu(length) key, vu(length) value     for each entry; no key is empty
 *   vu(0), vu(number of entries)
 *   SHA-256 of all the bytes before
 */
export async function* pack(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  now: Date,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256')
  const hashed = (encoder: encoding.Encoder): Uint8Array => {
    const bytes = encoding.toUint8Array(encoder)
    hash.update(bytes)
    return bytes
  }
  let encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, new TextEncoder().encode(`Plenary backup ${VERSION} of ${now.toISOString()}\n`))
  let count = 0
  for await (const [key, value] of entries) {
    encoding.writeVarString(encoder, key)
    encoding.writeVarUint8Array(encoder, value)
    count++
    if (encoding.length(encoder) < CHUNK) continue
    yield hashed(encoder)
    encoder = encoding.createEncoder()
  }
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, count)
  yield hashed(encoder)
  yield hash.digest()
}
