import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** A place in a strand from which one can begin to read. */
export interface Mark {
  readonly clock: number
  /** Structs before it, and where its bytes begin within the strand. */
  readonly structs: number
  readonly at: number
}

/** Where in an update the strand of a client lies. */
export interface Passage {
  readonly client: number
  readonly from: number
  readonly to: number
  readonly structs: number
  readonly start: number
  readonly end: number
  readonly marks: readonly Mark[]
}

/** Where everything is in an update (Yjs V1), so that nobody has to read it through: stored beside a snapshot. */
export interface Outline {
  readonly passages: readonly Passage[]
  /** Where the deletions begin. */
  readonly deletions: number
}

export function encodeOutline({ passages, deletions }: Outline): Uint8Array {
  return encoding.encode((encoder) => {
    const write = (...numbers: number[]): void => numbers.forEach((each) => encoding.writeVarUint(encoder, each))
    write(deletions, passages.length)
    for (const { client, from, to, structs, start, end, marks } of passages) {
      write(client, from, to, structs, start, end, marks.length)
      for (const mark of marks) write(mark.clock, mark.structs, mark.at)
    }
  })
}

export function decodeOutline(bytes: Uint8Array): Outline {
  const decoder = decoding.createDecoder(bytes)
  const read = (): number => decoding.readVarUint(decoder)
  const times = <T>(count: number, each: () => T): T[] => Array.from({ length: count }, each)
  const deletions = read()
  const passages = times(read(), () => {
    const place = { client: read(), from: read(), to: read(), structs: read(), start: read(), end: read() }
    return { ...place, marks: times(read(), () => ({ clock: read(), structs: read(), at: read() })) }
  })
  return { passages, deletions }
}
