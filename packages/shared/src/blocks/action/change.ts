import type { DocJson } from '../../document/node.ts'
import type { Change } from '../change/change.ts'
import { contentAt, withMark, wordsAt, wordsLike, written } from '../change/words.ts'
import { nodeAt, type Path, type Span } from '../path.ts'
import type { Action } from './action.ts'
import { formOf, writeDate } from './due.ts'
import { type ActionStyle, PLAIN_ACTIONS } from './style.ts'

/** Marks an action as done or as open again: in the way it says so already, else in that of the style. */
export function setDone(
  document: DocJson,
  action: Action,
  isDone: boolean,
  style: ActionStyle = PLAIN_ACTIONS,
): readonly Change[] {
  const { done } = action.parts
  if (action.done === isDone && done?.form !== 'typed-box') return []
  if (done?.form === 'cell')
    return [{ type: 'text', at: done.at!, content: written(inCell(document, done.at!, isDone)) }]
  if (action.box !== null) return [box(action.box, isDone), ...(isDone ? [] : unstruck(document, action))]
  const item = itemOf(document, action)
  if (done?.form === 'typed-box') {
    if (item === null) return [{ type: 'text', at: done.at!, content: written(isDone ? '[x] ' : '[ ] ') }]
    // Markdown takes it for text; as a box of the item it prints as one.
    return [{ type: 'text', at: { ...done.at!, from: 0 }, content: [] }, box(item, isDone)]
  }
  if (!isDone)
    return done?.form === 'strike' ? unstruck(document, action) : [{ type: 'text', at: done!.at!, content: [] }]
  const form: ActionStyle['done'] =
    style.done === 'box' && (item === null || action.form === 'trailing-label') ? 'strike' : style.done
  return form === 'box' ? [box(item!, true)] : marked(document, action, form)
}

/** What a cell says of it: a tick is taken away again, a word becomes another. */
function inCell(document: DocJson, at: Span, isDone: boolean): string {
  if (isDone) return 'Done'
  return /\p{L}{2}/u.test(wordsAt(document, at)) ? 'Open' : ''
}

function marked(document: DocJson, { text }: Action, form: ActionStyle['done']): readonly Change[] {
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

/** Writes when it is due, an ISO date, in the form of the date that is there or of the style; null takes the date away. */
export function setDue(
  document: DocJson,
  action: Action,
  due: string | null,
  style: ActionStyle = PLAIN_ACTIONS,
): readonly Change[] {
  const given = action.due?.at ?? null
  if (due === null)
    return action.due === undefined || action.parts.due === null
      ? []
      : [{ type: 'text', at: action.parts.due, content: [] }]
  if (given !== null) {
    const words = writeDate(due, formOf(wordsAt(document, given)))
    return [{ type: 'text', at: given, content: wordsLike(document, given, words) }]
  }
  const cell = action.parts.due
  if (cell !== null) return [{ type: 'text', at: cell, content: written(writeDate(due, style.date)) }]
  const at = action.text.at
  if (at === null) return []
  return [{ type: 'text', at: { ...at, from: at.to }, content: written(` (due ${writeDate(due, style.date)})`) }]
}
