import { isCompany } from './commas.ts'
import type { Range } from './passage.ts'
import { splitSeries } from './split.ts'
import { isName, isRole } from './vocabulary.ts'

/** A list in which each entry names a firm and its people: `Acme: Ann Bell, Bob Cole`. */
export interface Firm {
  readonly name: string
  readonly people: readonly Range[]
}

const ENTRY = /^\s*(?<firm>[^:;,()@]{2,40}?)\s*[:：]\s+(?=\S)/
const FULL_NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s\p{L}[\p{L}'’.-]*){1,3}(?:\s*\([^()]*\))?$/u

/**
 * What such a list says in each entry, null where one names only somebody; null where it is no such list. `Ann Bell: Acme` is far
 * more frequent, so most of what stands behind the colons has to be full names, and somewhere more than one.
 */
export function firmsIn(texts: readonly string[]): readonly (Firm | null)[] | null {
  const firms = texts.map(firmIn)
  const names = firms.flatMap((firm, at) => firm?.people.map(({ from, to }) => texts[at]!.slice(from, to)) ?? [])
  // `Ann Bell: Director, Acme Software` says what she is.
  if (names.some((name) => isRole(withoutNote(name)) || isCompany(name))) return null
  const full = names.filter((name) => FULL_NAME.test(name) && isName(withoutNote(name)))
  const count = firms.filter((firm) => firm !== null).length
  const areMany = count > 1 && count * 3 >= texts.length * 2 && firms.some((firm) => (firm?.people.length ?? 0) > 1)
  return areMany && full.length * 4 >= names.length * 3 ? firms : null
}

function withoutNote(name: string): string {
  return name.replace(/\s*\(.*$/, '')
}

function firmIn(text: string): Firm | null {
  const entry = ENTRY.exec(text)
  if (entry === null) return null
  const by = entry[0].length
  const people = splitSeries(text.slice(by)).map(({ from, to }) => ({ from: from + by, to: to + by }))
  return { name: entry.groups!['firm']!, people }
}
