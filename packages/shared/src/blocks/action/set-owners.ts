import type { DocJson } from '../../document/node.ts'
import type { Change } from '../change/change.ts'
import { wordsAt, wordsLike, written } from '../change/words.ts'
import type { Span } from '../path.ts'
import { Roster } from '../people/roster.ts'
import type { Action, OwnerForm } from './action.ts'
import { handlesOf } from './handles.ts'
import { AROUND, spellOwners } from './spell.ts'
import { type ActionStyle, hasHandles, PLAIN_ACTIONS } from './style.ts'

const NOBODY = new Roster([])

/**
 * Writes who is to do it, as the line has its owners or has a place for them; nobody: an empty list. Where handles are written,
 * people whom the attendance has without one get their name: no handle is made up.
 */
export function setOwners(
  document: DocJson,
  action: Action,
  owners: readonly string[],
  style: ActionStyle = PLAIN_ACTIONS,
  roster: Roster = NOBODY,
): readonly Change[] {
  const { at, form } = action.parts.owners
  if (form === 'sentences') return at === null ? [] : beforeSentences(document, action, owners, at, roster)
  if (owners.length === 0) return at === null || at.from === at.to ? [] : withoutOwners(document, action, at)
  const hadHandles = hasHandles(document, action)
  const handles = hadHandles || (action.owners.length === 0 && style.isHandle) ? handlesOf(owners, roster) : null
  const spans = action.owners.flatMap((owner) => owner.at ?? [])
  const [first, last] = [spans[0], spans.at(-1)]
  if (first === undefined || last === undefined) return firstOwners(document, action, owners, handles, style)
  const { label } = action.parts
  if (label !== null && at !== null && isBareShort(document, label) && !areKnown(owners, roster)) {
    const words = `: ${spellOwners(handles ?? owners, 'colon', handles !== null)}: `
    return [{ type: 'text', at: { ...at, to: label.to }, content: written(words) }]
  }
  const isBare = form === 'mention' && handles === null && at !== null
  const named = isBare ? at : { ...first, from: first.from - (hadHandles ? 1 : 0), to: last.to }
  const second = spans[1]
  const between = second && wordsAt(document, { ...first, from: first.to, to: second.from }).replace(/@$/, '')
  const words = spellOwners(handles ?? owners, form, handles !== null, between)
  // A name needs the colon that a handle does without.
  return [{ type: 'text', at: named, content: wordsLike(document, first, isBare ? `${words}: ` : words) }]
}

/** Names in front have the say over those in the sentences; nobody is said so, too. */
function beforeSentences(
  document: DocJson,
  action: Action,
  owners: readonly string[],
  at: Span,
  roster: Roster,
): readonly Change[] {
  const handles = hasHandles(document, action) ? handlesOf(owners, roster) : null
  const words = owners.length === 0 ? 'Unclaimed' : spellOwners(handles ?? owners, 'colon', handles !== null)
  return [{ type: 'text', at, content: written(`${words}: `) }]
}

/** `AI Lee: …`, which is read so only of people who are known: `AI tools: …` is a topic. */
function isBareShort(document: DocJson, label: Span): boolean {
  return /^AIs?\s+[^\s:：[(–—-]/.test(wordsAt(document, label))
}

function areKnown(people: readonly string[], roster: Roster): boolean {
  return people.every((person) => roster.resolve(person).state === 'one')
}

function firstOwners(
  document: DocJson,
  action: Action,
  owners: readonly string[],
  handles: readonly string[] | null,
  style: ActionStyle,
): readonly Change[] {
  const owner = style.owner === 'mention' && handles === null ? 'colon' : style.owner
  const place = placeOf(document, action, { ...style, owner })
  if (place === null) return []
  const [before, behind] = AROUND[place.form]
  const words = `${before}${spellOwners(handles ?? owners, place.form, handles !== null)}${behind}${place.rest}`
  const isInLabel = place.form === 'brackets' || place.form === 'parens'
  const content = isInLabel ? wordsLike(document, { ...place.at, from: place.at.from - 1 }, words) : written(words)
  return [{ type: 'text', at: place.at, content }]
}

interface OwnerPlace {
  readonly form: Exclude<OwnerForm, 'above' | 'sentences'>
  readonly at: Span
  /** What the owners take the place of, and so is written again behind them. */
  readonly rest: string
}

/** Where owners go who are the first: in the place that the line has for them, else as the style says. */
function placeOf(document: DocJson, { text, parts }: Action, { owner }: ActionStyle): OwnerPlace | null {
  const { form, at } = parts.owners
  if (
    at !== null &&
    (form === 'brackets' || form === 'behind-label' || form === 'dash' || form === 'cell' || at.from < at.to)
  ) {
    return { form: form === 'above' || form === 'sentences' ? 'colon' : form, at, rest: '' }
  }
  if (text.at === null) return null
  const start = { ...text.at, to: text.at.from }
  const end = { ...text.at, from: text.at.to }
  switch (owner) {
    case 'parens':
      return parts.word === null
        ? { form: 'colon', at: start, rest: '' }
        : { form: owner, at: { ...parts.word, from: parts.word.to }, rest: '' }
    case 'end-dash':
    case 'end-parens':
      return { form: owner, at: end, rest: '' }
    case 'to':
    case 'will': {
      // A sentence goes on in small letters; a name at its beginning stays one.
      const capital = /^\p{Lu}(?=[\p{Ll}\s]+(?:[\s.,:;!?]|$))/u.exec(wordsAt(document, text.at))?.[0]
      if (capital === undefined) return { form: 'colon', at: start, rest: '' }
      return { form: owner, at: { ...start, to: start.from + 1 }, rest: capital.toLowerCase() }
    }
    case 'mention':
    case 'dash':
      return { form: owner, at: start, rest: '' }
    case 'colon':
    case 'brackets':
    case 'behind-label':
    case 'above':
      return { form: 'colon', at: start, rest: '' }
  }
}

function withoutOwners(document: DocJson, action: Action, at: Span): readonly Change[] {
  const behind = wordsAt(document, { ...at, from: at.to, to: at.to + 2 })
  const isLast = action.parts.owners.form === 'parens' && !/^\s?[:：–—-]/.test(behind)
  const removal: Change = { type: 'text', at, content: written(isLast ? ':' : '') }
  // Without a name it may be an action item only because a person says so; of a row the table says it.
  const { path } = action.carrier
  const holder = action.form === 'row' ? path.slice(0, -2) : path
  return action.form === 'box' || action.form === 'section' || action.form === 'row'
    ? [removal, { type: 'attrs', path: holder, attrs: { role: 'action' } }]
    : [removal]
}
