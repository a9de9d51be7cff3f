import * as decoding from 'lib0/decoding'

/**
 * Reads a Yjs update (V1) without building anything: what it adds, what that hangs on, and what it deletes. Yjs itself is
 * more lenient than is safe: it skips trailing bytes, takes structs of length 0 (which make the state unloadable ever
 * after) and keeps what it cannot place for ever. The encoding is that of yjs 13 `encoding.js` and `structs/`.
 */
export interface Update {
  readonly bytes: Uint8Array
  readonly sections: readonly Section[]
  /** What it deletes, and where in the bytes that begins. */
  readonly deletions: readonly Range[]
  readonly deletionsAt: number
  /** Named root types that items sit in directly. */
  readonly roots: ReadonlySet<string>
  /** Whether it carries a document inside the document. */
  readonly nested: boolean
}

/** What one client wrote, in the order of its clock; the bytes from `start` to `end` are its structs. */
export interface Section {
  readonly client: number
  readonly structs: readonly Struct[]
  readonly start: number
  readonly end: number
}

export interface Struct {
  readonly clock: number
  readonly length: number
  /** Where its bytes begin. */
  readonly at: number
  /** A gap in the client's clock, which another update fills. */
  readonly skip: boolean
  /** What must be there first: its neighbours and its parent. */
  readonly needs: readonly Id[]
}

export interface Id {
  readonly client: number
  readonly clock: number
}

export interface Range extends Id {
  readonly length: number
}

/** Undefined where the bytes are not one complete update and nothing else. */
export function readUpdate(bytes: Uint8Array): Update | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    const reading: Reading = { decoder, roots: new Set(), nested: false }
    const sections = readSections(reading)
    const deletionsAt = decoder.pos
    const deletions = readDeletions(decoder)
    if (decoding.hasContent(decoder)) return undefined
    return { bytes, sections, deletions, deletionsAt, roots: reading.roots, nested: reading.nested }
  } catch {
    // lib0 and JSON throw where the bytes end early or mean nothing; nothing else in here throws.
    return undefined
  }
}

interface Reading {
  readonly decoder: decoding.Decoder
  readonly roots: Set<string>
  nested: boolean
}

function readSections(reading: Reading): Section[] {
  const { decoder } = reading
  const sections: Section[] = []
  const seen = new Set<number>()
  for (let count = decoding.readVarUint(decoder); count > 0; count--) {
    const size = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    if (seen.has(client)) throw new Error('a client has one section')
    seen.add(client)
    let clock = decoding.readVarUint(decoder)
    const structs: Struct[] = []
    const start = decoder.pos
    for (let rest = size; rest > 0; rest--) {
      const struct = readStruct(reading, clock)
      if (struct.length < 1) throw new Error('a struct has a length')
      structs.push(struct)
      clock += struct.length
    }
    sections.push({ client, structs, start, end: decoder.pos })
  }
  return sections
}

/** The lower five bits say what it is, the upper three which of the optional fields follow. */
const KIND = 0b0001_1111
const HAS_KEY = 0b0010_0000
const HAS_RIGHT = 0b0100_0000
const HAS_LEFT = 0b1000_0000
const GC = 0
const SKIP = 10

const NOTHING: readonly Id[] = []

function readStruct(reading: Reading, clock: number): Struct {
  const { decoder } = reading
  const at = decoder.pos
  const info = decoding.readUint8(decoder)
  if (info === GC || info === SKIP) {
    return { clock, length: decoding.readVarUint(decoder), at, skip: info === SKIP, needs: NOTHING }
  }
  const needs: Id[] = []
  if (info & HAS_LEFT) needs.push(readId(decoder))
  if (info & HAS_RIGHT) needs.push(readId(decoder))
  if ((info & (HAS_LEFT | HAS_RIGHT)) === 0) {
    if (decoding.readVarUint(decoder) === 1) reading.roots.add(decoding.readVarString(decoder))
    else needs.push(readId(decoder))
    if (info & HAS_KEY) decoding.readVarString(decoder)
  }
  return { clock, length: readContent(reading, info & KIND), at, skip: false, needs }
}

function readId(decoder: decoding.Decoder): Id {
  return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) }
}

/** Passes over the content of an item and returns its length on the client's clock. */
function readContent(reading: Reading, kind: number): number {
  const { decoder } = reading
  switch (kind) {
    case 1: // deleted
      return decoding.readVarUint(decoder)
    case 2: // JSON
      return readMany(decoder, readJsonOrUndefined)
    case 3: // binary
      decoding.readVarUint8Array(decoder)
      return 1
    case 4: // text
      return decoding.readVarString(decoder).length
    case 5: // embed
      JSON.parse(decoding.readVarString(decoder))
      return 1
    case 6: // format
      decoding.readVarString(decoder)
      JSON.parse(decoding.readVarString(decoder))
      return 1
    case 7: // type
      readType(decoder)
      return 1
    case 8: // any
      return readMany(decoder, decoding.readAny)
    case 9: // document
      decoding.readVarString(decoder)
      decoding.readAny(decoder)
      reading.nested = true
      return 1
    default:
      throw new Error(`no content is of kind ${kind}`)
  }
}

function readMany(decoder: decoding.Decoder, readOne: (decoder: decoding.Decoder) => unknown): number {
  const length = decoding.readVarUint(decoder)
  for (let rest = length; rest > 0; rest--) readOne(decoder)
  return length
}

function readJsonOrUndefined(decoder: decoding.Decoder): void {
  const json = decoding.readVarString(decoder)
  if (json !== 'undefined') JSON.parse(json)
}

/** Array, Map, Text, XmlElement, XmlFragment, XmlHook, XmlText; the two named ones carry their name. */
function readType(decoder: decoding.Decoder): void {
  const type = decoding.readVarUint(decoder)
  if (type > 6) throw new Error(`there is no type ${type}`)
  if (type === 3 || type === 5) decoding.readVarString(decoder)
}

/** The deletions of an update, which begin at this place and go to its end. */
export function readDeletionsAt(bytes: Uint8Array, at: number): Range[] {
  return readDeletions(decoding.createDecoder(bytes.subarray(at)))
}

function readDeletions(decoder: decoding.Decoder): Range[] {
  const deletions: Range[] = []
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    for (let rest = decoding.readVarUint(decoder); rest > 0; rest--) {
      const range = { client, clock: decoding.readVarUint(decoder), length: decoding.readVarUint(decoder) }
      if (range.length < 1) throw new Error('a deletion has a length')
      deletions.push(range)
    }
  }
  return deletions
}
