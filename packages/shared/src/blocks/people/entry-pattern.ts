import { majority } from '../majority.ts'
import type { Person } from './person.ts'

/** Somebody as they are written into minutes. */
export interface Named extends Pick<Person, 'name' | 'initials' | 'handle' | 'affiliation'> {
  /** What is said behind it, such as `late 10:05`. */
  readonly note?: string
}

/**
 * How a group writes a person: text with places, such as `{name} @{handle}`, `{name} ({affiliation})` or `@{handle}`. What is
 * not known of somebody is left out, with the brackets around it or the separator before it.
 */
export type EntryPattern = string

export const PLAIN_ENTRY: EntryPattern = '{name} ({affiliation})'

const FIELDS = ['handle', 'affiliation', 'initials', 'name'] as const
/** Stands for what is not known. */
const GAP = '\0'

/** The text of an entry in this pattern, with its note in brackets. */
export function writeEntry(person: Named, pattern: EntryPattern): string {
  const entry = writeName(person, pattern)
  return person.note === undefined ? entry : `${entry} (${person.note})`
}

function writeName(person: Named, pattern: EntryPattern): string {
  const known = pattern.includes('{name}') || person.handle !== undefined ? pattern : '{name}'
  const isOnlyHandle = person.name === person.handle && known.includes('{name}') && known.includes('{handle}')
  const values: Named = isOnlyHandle ? { ...person, name: '' } : person
  const filled = known.replace(/\{(\w+)\}/g, (_, field: string) => valueOf(values, field) ?? GAP)
  return filled
    .replace(/@\0/g, GAP)
    .replace(/[,;/]\s*\0|\0\s*[,;/]\s*(?=[^\s)])/g, '')
    .replace(/\s*[([]\s*\0*\s*[)\]]/g, '')
    .replace(/^\s*\0\s*(?:[-–—|:,]\s+)?|\s*[-–—|:,]?\s*\0/g, '')
    .trim()
}

function valueOf(person: Named, field: string): string | undefined {
  const known = FIELDS.find((each) => each === field)
  return (known && person[known]) || undefined
}

/** The pattern of one entry: what it says is taken for what another would say there. Roles and remarks behind it are its own. */
export function patternOf(text: string, person: Named): EntryPattern {
  let pattern = text
  for (const field of FIELDS) {
    const value = person[field]
    if (value === undefined || (field === 'name' && value === person.handle)) continue
    const at = field === 'handle' ? handleAt(pattern, value) : pattern.indexOf(value)
    if (at >= 0) pattern = `${pattern.slice(0, at)}{${field}}${pattern.slice(at + value.length)}`
  }
  const from = pattern.search(/@?\{/)
  const to = pattern.lastIndexOf('}') + 1
  // A name that something stands in the middle of is no pattern for others.
  const isWhole = pattern.includes('{name}') || (person.name === person.handle && pattern.includes('{handle}'))
  return isWhole ? closed(pattern.slice(from, to), pattern[to]) : '{name}'
}

function handleAt(text: string, handle: string): number {
  const at = text.indexOf(`@${handle}`)
  return at < 0 ? text.indexOf(handle) : at + 1
}

/** With the bracket that was cut off, and without one that holds something else. */
function closed(pattern: string, next: string | undefined): EntryPattern {
  const isOpen = /[([][^)\]]*$/.test(pattern)
  const whole = isOpen && (next === ')' || next === ']') ? pattern + next : pattern
  return whole
    .replace(/\s*\([^(){}]*\)|\s*\[[^[\]{}]*\]/g, '')
    .replace(/[([][^)\]]*$/, (rest) => `${rest}${rest.startsWith('(') ? ')' : ']'}`)
}

/**
 * The pattern that entries have in common: it has the places that at least every third one has, in the form that is the most
 * frequent.
 */
export function commonPattern(
  entries: readonly { readonly text: string; readonly person: Named }[],
): EntryPattern | null {
  const patterns = entries.map(({ text, person }) => patternOf(text, person))
  const share = (field: string): number => patterns.filter((each) => each.includes(`{${field}}`)).length * 3
  const wanted = FIELDS.filter((field) => share(field) >= Math.max(1, patterns.length))
  const fitting = patterns.filter((each) => wanted.every((field) => each.includes(`{${field}}`)))
  return majority(fitting.length > 0 ? fitting : patterns) ?? null
}
