import type { Written } from '../block.ts'
import type { Span } from '../path.ts'
import type { Person } from '../people/read-people.ts'
import { type Line, spanIn } from '../reading/index.ts'
import { wordsOf } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import type { Action, ActionParts } from './action.ts'
import type { Claim } from './claim.ts'
import { type Done, readDone, readDoneBefore, readTypedBox } from './done.ts'
import { type DueDate, readDue } from './due.ts'
import { type Owned, readOwnersAtEnd } from './owners.ts'
import { isPlaceholder } from './section.ts'
import { ownersBesides, ownersInSentences } from './sentences.ts'

/** The text of an action and what was taken off its ends. */
interface Pared {
  readonly from: number
  readonly to: number
  readonly owned: Owned | null
  readonly due: DueDate | null
  readonly done: Done | null
}

/** The action item that a line is for this reason; null where it only holds the place of one. */
export function readAction(line: Line, claim: Claim, names: Voices, meeting: string | undefined): Action | null {
  const bare = pare(line, claim, names, meeting)
  if (holdsPlace(line, claim, bare) && line.role !== 'action') return null
  const pared = inSentences(line, claim, bare, names)
  const { from, to, due, done } = pared
  const value = wordsOf(line, from, to)
  const owners = ownersOf(line, claim, pared.owned)
  const box = line.isItemStart && line.item !== null && line.item.checked !== null ? line.item.path : null
  const parts = partsOf(line, claim, pared, box !== null)
  return {
    kind: 'action',
    carrier: { path: line.path, row: rowAt(line, from), id: line.id, isSaid: line.role === 'action' },
    form: claim.form,
    text: { value, at: spanIn(line, from, to) },
    owners,
    ownerPlace: parts.owners.at,
    ...(due === null ? {} : { due: { value: due.date, at: spanIn(line, due.from, due.to) } }),
    done: (box !== null && line.item?.checked === true) || (done?.isDone ?? false),
    box,
    parts,
  }
}

function holdsPlace(line: Line, claim: Claim, { from, to, owned }: Pared): boolean {
  const value = wordsOf(line, from, to)
  return value === '' || (ownersOf(line, claim, owned).length === 0 && isPlaceholder(value))
}

function rowAt(line: Line, at: number): number {
  return line.row + line.text.slice(0, at).split('\n').length - 1
}

/** Takes off what stands at the ends of the text: that it is done, when it is due, whose it is. */
function pare(line: Line, claim: Claim, names: Voices, meeting: string | undefined): Pared {
  let { from, to, owned } = claim
  let due: DueDate | null = null
  const typed = readTypedBox(line)
  const word = readDone(line, from, to)
  const before = word === null ? readDoneBefore(line, claim.label?.from ?? owned?.from ?? from) : null
  if (word?.form === 'word') [from, to] = word.from === from ? [word.to, to] : [from, word.from]
  const isNumbered = claim.label !== null && /\d/.test(line.text.slice(claim.label.from, claim.label.to))
  const endsInNames = isNumbered || claim.endInNames === true
  for (let end = -1; end !== to;) {
    end = to
    due ??= dueIn(line, from, to, meeting)
    if (due !== null && due.whole.from >= from && due.whole.to <= to) [from, to] = without(line, from, to, due.whole)
    if (owned === null && claim.above.length === 0) {
      owned = readOwnersAtEnd(line, from, to, names, endsInNames, claim.form === 'section')
      if (owned !== null) to = owned.from
    }
  }
  const text = line.text.slice(from, to)
  return {
    from: from + text.length - text.trimStart().length,
    to: from + text.trimEnd().length,
    owned,
    due,
    done: word ?? before ?? typed,
  }
}

function othersIn(line: Line, claim: Claim, { owned, from, to }: Pared, names: Voices): readonly Person[] {
  if (claim.above.length > 0) return []
  if (owned === null || owned.form === 'to' || owned.form === 'will') return ownersInSentences(line, from, to, names)
  return owned.form === 'colon' ? ownersBesides(line, from, to, names) : []
}

/** With those who are named in later sentences, and then with all of these as the text. */
function inSentences(line: Line, claim: Claim, pared: Pared, names: Voices): Pared {
  const { owned } = pared
  const others = othersIn(line, claim, pared, names)
  if (others.length === 0) return pared
  const from = owned?.from ?? pared.from
  const all = [...(owned?.people ?? []), ...others]
  const people = all.filter(({ name }, at) => all.findIndex((each) => each.name === name) === at)
  return { ...pared, from, owned: { form: 'sentences', people, from, to: from, isSure: true } }
}

function dueIn(line: Line, from: number, to: number, meeting: string | undefined): DueDate | null {
  const found = readDue(line.text.slice(from, to), meeting)
  if (found === null) return null
  const { whole } = found
  return {
    date: found.date,
    from: found.from + from,
    to: found.to + from,
    whole: { from: whole.from + from, to: whole.to + from },
  }
}

/** What is left of a text without a part at one of its ends; a part in its middle stays. */
function without(line: Line, from: number, to: number, part: { from: number; to: number }): [number, number] {
  if (!/[\p{L}\p{N}]/u.test(line.text.slice(part.to, to)))
    return [from, from + line.text.slice(from, part.from).replace(/[\s|]+$/, '').length]
  if (part.from > from) return [from, to]
  return [part.to + /^[\s:,–—-]*/.exec(line.text.slice(part.to))![0].length, to]
}

function ownersOf(line: Line, claim: Claim, owned: Owned | null): Written<string>[] {
  if (owned === null) return claim.above.map((value) => ({ value, at: null }))
  return owned.people.map(({ name, from, to }) => ({ value: name, at: spanIn(line, from, to) }))
}

function partsOf(line: Line, claim: Claim, { from, owned, due, done }: Pared, hasBox: boolean): ActionParts {
  const { label } = claim
  return {
    label: label === null ? null : spanIn(line, label.from, label.to),
    word: label === null ? null : spanIn(line, label.from, label.word),
    owners:
      owned === null ? ownerPlace(line, claim, from) : { form: owned.form, at: spanIn(line, owned.from, owned.to) },
    due: due === null ? null : spanIn(line, due.whole.from, due.whole.to),
    done: hasBox ? { form: 'box', at: null } : done && { form: done.form, at: spanIn(line, done.from, done.to) },
  }
}

/** Where an owner would stand: in the label's brackets, or before the text. */
function ownerPlace(
  line: Line,
  { label, form, above }: Claim,
  from: number,
): { form: ActionParts['owners']['form']; at: Span | null } {
  if (above.length > 0) return { form: 'above', at: null }
  const bracket = label === null ? -1 : line.text.lastIndexOf(']', label.word)
  if (label !== null && bracket > label.from && label.end === null) {
    return { form: 'brackets', at: spanIn(line, bracket, bracket) }
  }
  if (form === 'trailing-label') return { form: 'behind-label', at: label && spanIn(line, label.to, label.to) }
  const isDash = label !== null && /[-–—]\s*$/.test(line.text.slice(label.word, label.to))
  return { form: isDash ? 'dash' : 'colon', at: spanIn(line, from, from) }
}
