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
  readonly where: Where
  readonly content: Content
}

/** Where an item says that it belongs. Beside another it is wherever that is, and has its key too. */
export type Where =
  | { readonly in: 'nothing' }
  | { readonly in: 'the same'; readonly as: Id }
  | { readonly in: 'root'; readonly root: string; readonly key: string | undefined }
  | { readonly in: 'type'; readonly type: Id; readonly key: string | undefined }

export type Content =
  /** Deleted, and what it was is forgotten. */
  | { readonly what: 'nothing' }
  | { readonly what: 'letters' }
  /** From here on the text has this format, or with null has it no more. */
  | { readonly what: 'format'; readonly name: string; readonly value: unknown }
  | { readonly what: 'values'; readonly values: readonly unknown[] }
  | { readonly what: 'element'; readonly name: string }
  | { readonly what: 'text' }
  /** Everything that Yjs can hold and minutes never do. */
  | { readonly what: 'foreign' }

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
    const sections = readSections(decoder)
    const deletionsAt = decoder.pos
    const deletions = readDeletions(decoder)
    if (decoding.hasContent(decoder)) return undefined
    return { bytes, sections, deletions, deletionsAt }
  } catch {
    // lib0 and JSON throw where the bytes end early or mean nothing; nothing else in here throws.
    return undefined
  }
}

/** Reads what is known to be an update; throws where it is none. */
export function readSurely(bytes: Uint8Array): Update {
  const update = readUpdate(bytes)
  if (update === undefined) throw new Error('these bytes are no update')
  return update
}

/** The structs that lie end to end in these bytes, the first of which begins at this clock. */
export function structsIn(bytes: Uint8Array, from: number): Struct[] {
  const decoder = decoding.createDecoder(bytes)
  const structs: Struct[] = []
  for (let clock = from; decoding.hasContent(decoder);) {
    const struct = readStruct(decoder, clock)
    structs.push(struct)
    clock += struct.length
  }
  return structs
}

function readSections(decoder: decoding.Decoder): Section[] {
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
      const struct = readStruct(decoder, clock)
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

const NO_NEEDS: readonly Id[] = []
const NOWHERE: Where = { in: 'nothing' }
const NOTHING: Content = { what: 'nothing' }
const LETTERS: Content = { what: 'letters' }
const TEXT: Content = { what: 'text' }
const FOREIGN: Content = { what: 'foreign' }

function readStruct(decoder: decoding.Decoder, clock: number): Struct {
  const at = decoder.pos
  const info = decoding.readUint8(decoder)
  if (info === GC || info === SKIP) {
    const length = decoding.readVarUint(decoder)
    return { clock, length, at, skip: info === SKIP, needs: NO_NEEDS, where: NOWHERE, content: NOTHING }
  }
  const needs: Id[] = []
  if (info & HAS_LEFT) needs.push(readId(decoder))
  if (info & HAS_RIGHT) needs.push(readId(decoder))
  const [beside] = needs
  const where: Where = beside === undefined ? readParent(decoder, info) : { in: 'the same', as: beside }
  if (where.in === 'type') needs.push(where.type)
  const { length, content } = readContent(decoder, info & KIND)
  return { clock, length, at, skip: false, needs, where, content }
}

function readParent(decoder: decoding.Decoder, info: number): Where {
  const readKey = (): string | undefined => (info & HAS_KEY ? decoding.readVarString(decoder) : undefined)
  if (decoding.readVarUint(decoder) === 1) return { in: 'root', root: decoding.readVarString(decoder), key: readKey() }
  return { in: 'type', type: readId(decoder), key: readKey() }
}

function readId(decoder: decoding.Decoder): Id {
  return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) }
}

/** The content of an item and its length on the client's clock. */
function readContent(decoder: decoding.Decoder, kind: number): { readonly length: number; readonly content: Content } {
  switch (kind) {
    case 1: // deleted
      return { length: decoding.readVarUint(decoder), content: NOTHING }
    case 2: // JSON
      return { length: readMany(decoder, readJsonOrUndefined).length, content: FOREIGN }
    case 3: // binary
      decoding.readVarUint8Array(decoder)
      return { length: 1, content: FOREIGN }
    case 4: // text
      return { length: decoding.readVarString(decoder).length, content: LETTERS }
    case 5: // embed
      JSON.parse(decoding.readVarString(decoder))
      return { length: 1, content: FOREIGN }
    case 6: // format
      return { length: 1, content: readFormat(decoder) }
    case 7: // type
      return { length: 1, content: readType(decoder) }
    case 8: {
      // any
      const values = readMany(decoder, decoding.readAny)
      return { length: values.length, content: { what: 'values', values } }
    }
    case 9: // document
      decoding.readVarString(decoder)
      decoding.readAny(decoder)
      return { length: 1, content: FOREIGN }
    default:
      throw new Error(`no content is of kind ${kind}`)
  }
}

function readMany(decoder: decoding.Decoder, readOne: (decoder: decoding.Decoder) => unknown): unknown[] {
  const many: unknown[] = []
  for (let rest = decoding.readVarUint(decoder); rest > 0; rest--) many.push(readOne(decoder))
  return many
}

function readJsonOrUndefined(decoder: decoding.Decoder): void {
  const json = decoding.readVarString(decoder)
  if (json !== 'undefined') JSON.parse(json)
}

function readFormat(decoder: decoding.Decoder): Content {
  const name = decoding.readVarString(decoder)
  return { what: 'format', name, value: JSON.parse(decoding.readVarString(decoder)) as unknown }
}

/** Array, Map, Text, XmlElement, XmlFragment, XmlHook, XmlText; XmlElement and XmlHook carry their name. */
function readType(decoder: decoding.Decoder): Content {
  const type = decoding.readVarUint(decoder)
  if (type > 6) throw new Error(`there is no type ${type}`)
  const name = type === 3 || type === 5 ? decoding.readVarString(decoder) : ''
  if (type === 3) return { what: 'element', name }
  return type === 6 ? TEXT : FOREIGN
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
