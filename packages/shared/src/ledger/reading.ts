/** Gives what a value says, in the form in which it is kept; undefined where it says nothing that is allowed. */
export type Reader<Value> = (value: unknown) => Value | undefined

/** A property that may be missing. */
interface Optional<Value> {
  readonly optional: Reader<Value>
}

type Fields = Readonly<Record<string, Reader<unknown> | Optional<unknown>>>

type Read<Of extends Fields> = {
  readonly [Key in keyof Of as Of[Key] extends Reader<unknown> ? Key : never]: Of[Key] extends Reader<infer Value>
    ? Value
    : never
} & {
  readonly [Key in keyof Of as Of[Key] extends Optional<unknown> ? Key : never]?: Of[Key] extends Optional<infer Value>
    ? Value
    : never
}

export function optional<Value>(reader: Reader<Value>): Optional<Value> {
  return { optional: reader }
}

/** An object with these properties and no other. */
export function object<Of extends Fields>(fields: Of): Reader<Read<Of>> {
  return (value) => {
    if (!isObject(value) || Object.keys(value).some((key) => !Object.hasOwn(fields, key))) return undefined
    const read: Record<string, unknown> = {}
    for (const [key, field] of Object.entries(fields)) {
      const isRequired = typeof field === 'function'
      const part = Object.hasOwn(value, key) ? value[key] : undefined
      if (part === undefined && !isRequired) continue
      const kept = isRequired ? field(part) : field.optional(part)
      if (kept === undefined) return undefined
      read[key] = kept
    }
    return read as Read<Of>
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function list<Value>(reader: Reader<Value>, least: number, most: number): Reader<readonly Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return undefined
    const read: Value[] = []
    for (const part of value as readonly unknown[]) {
      const kept = reader(part)
      if (kept === undefined) return undefined
      read.push(kept)
    }
    return read
  }
}

export function orNull<Value>(reader: Reader<Value>): Reader<Value | null> {
  return (value) => (value === null ? null : reader(value))
}

export function oneOf<const Value extends string>(values: readonly Value[]): Reader<Value> {
  return (value) => values.find((one) => one === value)
}

export const boolean: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

export function integer(least: number, most: number): Reader<number> {
  return (value) => (Number.isInteger(value) ? between(least, most)(value) : undefined)
}

export function between(least: number, most: number): Reader<number> {
  return (value) => {
    if (typeof value !== 'number' || !(value >= least && value <= most)) return undefined
    // JSON knows a negative zero, and forgets it when it is written again.
    return value === 0 ? 0 : value
  }
}

export function matching(pattern: RegExp): Reader<string> {
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined)
}

/** Words exactly as they are: they refer to something that is written so. */
export function verbatim(longest: number): Reader<string> {
  return (value) => {
    if (typeof value !== 'string' || value === '' || value.length > longest || isBroken(value)) return undefined
    return value
  }
}

/** Words on one line, without blanks around them. */
export function line(longest: number, emptiness: 'words' | 'may-be-empty' = 'words'): Reader<string> {
  return kept(longest, emptiness, /[\s\p{Cc}]+/gu, ' ')
}

/** Words on one or several lines. */
export function paragraph(longest: number): Reader<string> {
  return kept(longest, 'words', /[^\P{Cc}\n]+/gu, ' ')
}

function kept(
  longest: number,
  emptiness: 'words' | 'may-be-empty',
  blank: RegExp,
  replacement: string,
): Reader<string> {
  return (value) => {
    // What is far too long is not worth its cleaning.
    if (typeof value !== 'string' || value.length > 2 * longest || isBroken(value)) return undefined
    const words = value.normalize('NFC').replaceAll(blank, replacement).trim()
    if (words.length > longest || (words === '' && emptiness === 'words')) return undefined
    return words
  }
}

/** Half a character is another one after it was stored, and the hashes would not agree. */
function isBroken(text: string): boolean {
  return /\p{Cs}/u.test(text)
}
