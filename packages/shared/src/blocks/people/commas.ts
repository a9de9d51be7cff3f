import { fold } from '../../meeting/index.ts'
import { isCompany, isCompanyInSmall } from './company.ts'
import { stateIn } from './note.ts'
import type { Range } from './passage.ts'
import { splitSeries } from './split.ts'
import { isRegister, SURNAME_FIRST } from './surname-first.ts'
import { isRole } from './vocabulary.ts'

/** Within a series: from here on it lists others. */
export const SWITCH =
  /^(?:and |with )?(?:special |invited |also |members? |others? )?(guests?|observers?|visitors?|regrets|apologies|absent|late|remote(?:ly)?)\s*:\s*/i

/**
 * Whether commas in a list's entries part names (`Ann, Bob`) or add what is said of one (`Ann Bell, Acme`). An entry alone
 * cannot tell; the list as a whole mostly can.
 */
export function commasPartNames(texts: readonly string[]): (text: string) => boolean {
  if (isOfDirectory(texts)) return () => false
  const filled = texts.filter((text) => text.trim() !== '')
  const isHabit =
    filled.length > 2 && filled.filter((text) => splitSeries(text).length > 1).length * 3 >= filled.length * 2
  const dashed = filled.filter((text) => SAID_BEHIND.test(text))
  const isDashed = filled.length > 2 && dashed.length * 3 >= filled.length * 2
  const isOfSingles = filled.filter((text) => splitSeries(text).length === 1).length * 2 > filled.length
  const seconds = filled.flatMap((text) => commaPair(text)?.[1] ?? [])
  return (text) => {
    if (isHabit || (isDashed && SAID_BEHIND.test(text))) return false
    const pair = commaPair(text)
    if (pair === null) return splitSeries(text).length > 1 && !(isOfSingles && isOneWithNotes(text))
    const [first, second] = pair
    if (isRole(second) || isCompany(second) || isCompanyInSmall(second) || stateIn(second) !== undefined) return false
    if (isHandleOf(second, first) || seconds.filter((each) => fold(each) === fold(second)).length > 1) return false
    return /[([@]/.test(second) || !/\s/.test(first) || /\s/.test(second)
  }
}

/**
 * Whether a list comes out of a conference program, which knows its own people from a directory and marks the others: `Bell, Ann`
 * and `Bob Cole (Guest)`; out of another that parts names from firms by semicolons: `Bell, Ann; Acme`; or is a register. Commas are part
 * of the names there.
 */
export function isOfDirectory(texts: readonly string[]): boolean {
  if (isRegister(texts)) return true
  const parted = texts.filter((text) => SURNAME_FIRST.test(/^([^;]*);/.exec(text)?.[1] ?? ''))
  if (parted.length > 2 && parted.length * 3 >= texts.length * 2) return true
  // Of a few entries each one has to show that a firm stands behind the semicolon.
  if (parted.length > 0 && parted.every((text) => isCompany(text.slice(text.indexOf(';') + 1)))) {
    return parted.length === texts.length
  }
  const guests = texts.filter((text) => stateIn(/\(([^()]+)\)\s*$/.exec(text)?.[1] ?? '') === 'observer')
  const given = texts.flatMap((text) => SURNAME_FIRST.exec(text.replace(/\([^()]*\)/g, ''))?.groups?.['given'] ?? [])
  return guests.length > 1 && given.length > 3 && new Set(given).size * 2 > given.length
}

/** `Ann Bell, Acme (@annbell)`: the handle behind the comma is that of the name before it. */
function isHandleOf(second: string, name: string): boolean {
  const handle = /@([\w-]+)/.exec(second)?.[1]
  return (
    handle !== undefined &&
    fold(name)
      .split(' ')
      .some((word) => word.length > 2 && fold(handle).includes(word))
  )
}

/** Whether semicolons part the names of a series, as commas add what is said of them: `Ann Bell, Acme; Bob Cole, Beta`. */
export function commasAddNotes(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== '')
  const adding = filled.filter((text) => /\s/.test(commaPair(text)?.[0] ?? ''))
  return adding.length > 1 && adding.length * 2 > filled.length && !texts.some((text) => SWITCH.test(text.trim()))
}

/** `Ann Bell, Acme, remote`, where the other entries name one person each: a full name, and words that are none. */
function isOneWithNotes(text: string): boolean {
  const [first = '', ...others] = splitSeries(text).map(({ from, to }) => text.slice(from, to))
  return /\s/.test(first) && others.every((each) => !/\s/.test(each))
}

/** One dash, and behind it what is said of the name before: `Ann Bell - Nuts & Bolts`. */
const SAID_BEHIND = /^(?:(?!\s[-–—]\s).)+\s[-–—]\s(?:(?!\s[-–—]\s).)+$/

/** The two parts of a text with one comma and nothing else that parts names. */
function commaPair(text: string): readonly [string, string] | null {
  const ranges = splitSeries(text)
  if (ranges.length !== 2) return null
  const [first, second] = ranges as [Range, Range]
  if (!/^\s*,\s*$/.test(text.slice(first.to, second.from))) return null
  return [text.slice(first.from, first.to), text.slice(second.from, second.to)]
}
