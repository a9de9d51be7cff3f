import { isCompany } from './company.ts'
import { runsThrough } from './note.ts'
import type { Range } from './passage.ts'
import { splitSeries } from './split.ts'
import { isName, isRole } from './vocabulary.ts'

/** A list in which each entry names a firm and its people: `Acme: Ann Bell, Bob Cole`. */
export interface Firm {
  readonly name: string
  readonly people: readonly Range[]
}

const ENTRY = /^\s*(?<firm>[^:;,()@]{2,40}?)\s*[:：]\s+(?=\S)/
const BRACKETED = /^\s*(?<firm>[^:;,()@]{2,40}?)\s*\((?=[^()]+\)\s*$)/
const FULL_NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s\p{L}[\p{L}'’.-]*){1,3}(?:\s*\([^()]*\))?$/u

/**
 * What such a list says in each entry, null where one names only somebody; null where it is no such list. `Ann Bell: Acme` is far
 * more frequent, so most of what stands behind the colons has to be full names, and somewhere more than one.
 */
export function firmsIn(texts: readonly string[]): readonly (Firm | null)[] | null {
  return bracketsIn(texts) ?? colonsIn(texts)
}

function colonsIn(texts: readonly string[]): readonly (Firm | null)[] | null {
  const firms = texts.map((text) => firmIn(text, ENTRY))
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

/**
 * `ACME (Ann Bell, Bob Cole)` in each entry. The other way round is what everybody writes, so that the firms have to look like
 * firms, and what stands in the brackets like people; `AB (Ann Bell)` tells initials.
 */
function bracketsIn(texts: readonly string[]): readonly Firm[] | null {
  const firms = texts.flatMap((text) => firmIn(text, BRACKETED) ?? [])
  if (firms.length < Math.max(3, texts.length)) return null
  const isNamed = firms.every(({ name, people }, at) => {
    const names = people.map(({ from, to }) => texts[at]!.slice(from, to))
    return names.every((each) => FULL_NAME.test(each) && isName(each) && !isRole(each) && !runsThrough(name, each))
  })
  const likely = firms.filter(({ name }) => /^\p{Lu}{3,}\b/u.test(name) || isCompany(name))
  return isNamed && likely.length * 2 > firms.length ? firms : null
}

function firmIn(text: string, pattern: RegExp): Firm | null {
  const entry = pattern.exec(text)
  if (entry === null) return null
  const by = entry[0].length
  const end = pattern === BRACKETED ? text.lastIndexOf(')') : text.length
  const people = splitSeries(text.slice(by, end)).map(({ from, to }) => ({ from: from + by, to: to + by }))
  return { name: entry.groups!['firm']!, people }
}
