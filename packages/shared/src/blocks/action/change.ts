import type { DocJson } from '../../document/node.ts'
import type { Change } from '../change/change.ts'
import { contentAt, withMark, wordsAt, wordsLike, written } from '../change/words.ts'
import { nodeAt, type Path, type Span } from '../path.ts'
import type { Action, DoneForm, OwnerForm } from './action.ts'
import { formOf, writeDate } from './due.ts'
import { AROUND, spellOwners } from './spell.ts'
import { type ActionStyle, hasHandles, PLAIN_ACTIONS } from './style.ts'

/** Marks an action as done or as open again: in the way it says so already, else in that of the style. */
export function setDone(
  document: DocJson,
  action: Action,
  isDone: boolean,
  style: ActionStyle = PLAIN_ACTIONS,
): readonly Change[] {
  const { done } = action.parts
  if (action.done === isDone && done?.form !== 'typed-box') return []
  if (action.box !== null) return [box(action.box, isDone), ...(isDone ? [] : unstruck(document, action))]
  const item = itemOf(document, action)
  if (done?.form === 'typed-box') {
    if (item === null) return [{ type: 'text', at: done.at!, content: written(isDone ? '[x] ' : '[ ] ') }]
    // Markdown takes it for text; as a box of the item it prints as one.
    return [{ type: 'text', at: { ...done.at!, from: 0 }, content: [] }, box(item, isDone)]
  }
  if (!isDone)
    return done?.form === 'strike' ? unstruck(document, action) : [{ type: 'text', at: done!.at!, content: [] }]
  const form: DoneForm =
    style.done === 'box' && (item === null || action.form === 'trailing-label') ? 'strike' : style.done
  return form === 'box' ? [box(item!, true)] : marked(document, action, form)
}

function marked(document: DocJson, { text }: Action, form: DoneForm): readonly Change[] {
  const at = text.at!
  if (form === 'word') return [{ type: 'text', at: { ...at, from: at.to }, content: written(' [DONE]') }]
  return [{ type: 'text', at, content: withMark(contentAt(document, at), 'strike', true) }]
}

function unstruck(document: DocJson, { text, parts }: Action): readonly Change[] {
  const at = text.at
  if (at === null || parts.done?.form === 'word') return []
  const content = contentAt(document, at)
  const isStruck = content.some((node) => node.type === 'text' && node.marks?.some(({ type }) => type === 'strike'))
  return isStruck ? [{ type: 'text', at, content: withMark(content, 'strike', false) }] : []
}

function box(path: Path, checked: boolean): Change {
  return { type: 'attrs', path, attrs: { checked } }
}

/** The item that begins with the action. */
function itemOf(document: DocJson, { carrier: { path, row } }: Action): Path | null {
  const item = path.slice(0, -1)
  return row === 0 && path.at(-1) === 0 && nodeAt(document, item)?.type === 'listItem' ? item : null
}

/**
 * Writes who is to do it, as the line has its owners or has a place for them; nobody: an empty list. Where handles are written
 * (`hasHandles`), they are to be given, without the `@`.
 */
export function setOwners(
  document: DocJson,
  action: Action,
  owners: readonly string[],
  style: ActionStyle = PLAIN_ACTIONS,
): readonly Change[] {
  const { form, at } = action.parts.owners
  const isHandle = action.owners[0]?.at ? hasHandles(document, action) : style.isHandle
  const spans = action.owners.flatMap((owner) => owner.at ?? [])
  if (owners.length === 0) return at === null || at.from === at.to ? [] : withoutOwners(document, action, at)
  const [first, last] = [spans[0], spans.at(-1)]
  if (first !== undefined && last !== undefined) {
    const second = spans[1]
    const between = second && wordsAt(document, { ...first, from: first.to, to: second.from }).replace(/@$/, '')
    const named = { ...first, from: first.from - (isHandle ? 1 : 0), to: last.to }
    const words = spellOwners(owners, form, isHandle, between)
    return [{ type: 'text', at: named, content: wordsLike(document, first, words) }]
  }
  const place = placeOf(document, action, style)
  if (place === null) return []
  const [before, behind] = AROUND[place.form]
  const words = `${before}${spellOwners(owners, place.form, isHandle)}${behind}${place.rest}`
  const isInLabel = place.form === 'brackets' || place.form === 'parens'
  const content = isInLabel ? wordsLike(document, { ...place.at, from: place.at.from - 1 }, words) : written(words)
  return [{ type: 'text', at: place.at, content }]
}

interface OwnerPlace {
  readonly form: Exclude<OwnerForm, 'above'>
  readonly at: Span
  /** What the owners take the place of, and so is written again behind them. */
  readonly rest: string
}

/** Where owners go who are the first: in the place that the line has for them, else as the style says. */
function placeOf(document: DocJson, { text, parts }: Action, { owner }: ActionStyle): OwnerPlace | null {
  const { form, at } = parts.owners
  if (at !== null && (form === 'brackets' || form === 'behind-label' || form === 'dash' || at.from < at.to)) {
    return { form: form === 'above' ? 'colon' : form, at, rest: '' }
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
  // Without a name it may be an action item only because a person says so.
  return action.form === 'box' || action.form === 'section'
    ? [removal, { type: 'attrs', path: action.carrier.path, attrs: { role: 'action' } }]
    : [removal]
}

/** Writes when it is due, an ISO date, in the form of the date that is there or of the style; null takes the date away. */
export function setDue(
  document: DocJson,
  action: Action,
  due: string | null,
  style: ActionStyle = PLAIN_ACTIONS,
): readonly Change[] {
  const given = action.due?.at ?? null
  if (due === null) return action.parts.due === null ? [] : [{ type: 'text', at: action.parts.due, content: [] }]
  if (given !== null) {
    const words = writeDate(due, formOf(wordsAt(document, given)))
    return [{ type: 'text', at: given, content: wordsLike(document, given, words) }]
  }
  const at = action.text.at
  if (at === null) return []
  return [{ type: 'text', at: { ...at, from: at.to }, content: written(` (due ${writeDate(due, style.date)})`) }]
}
