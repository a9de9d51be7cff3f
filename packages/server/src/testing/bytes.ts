import * as encoding from 'lib0/encoding'

/** An update by hand: what is written is one variable-length number each, except `raw` bytes and strings. */
export function bytes(...parts: (number | string | { raw: number })[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else if (typeof part === 'string') encoding.writeVarString(encoder, part)
      else encoding.writeUint8(encoder, part.raw)
    }
  })
}
