import type { DocJson } from '../../document/node.ts'
import type { Change } from '../change/change.ts'
import { lineAt, setRole } from '../change/line.ts'
import { wordsAt, written } from '../change/words.ts'
import type { Span } from '../path.ts'
import type { Action } from './action.ts'
import { isActionHead } from './section.ts'

/**
 * Makes an action item an ordinary line again: its label or box goes, owners in the label stay as who speaks. Of a table's rows all
 * are: only the table can be said to be something else.
 */
export function unmakeAction(document: DocJson, action: Action): readonly Change[] {
  const { parts, carrier, box } = action
  const line = lineAt(document, carrier)?.line
  const typed = parts.done?.form === 'typed-box' ? parts.done.at : null
  return [
    ...(parts.label === null ? [] : [withoutLabel(document, action, parts.label)]),
    ...(box === null ? [] : [{ type: 'attrs', path: box, attrs: { checked: null } } as const]),
    ...(typed === null ? [] : [{ type: 'text', at: typed, content: [] } as const]),
    // Below a heading of action items a person has to say that it is none.
    ...(line === undefined
      ? []
      : setRole(line, action.form === 'row' || line.heads.some(isActionHead) ? 'plain' : null)),
  ]
}

function withoutLabel(document: DocJson, { parts, owners, form }: Action, label: Span): Change {
  if (form === 'trailing-label') return { type: 'text', at: toTheEnd(document, label), content: [] }
  const isInside = parts.owners.at !== null && parts.owners.at.from < label.to
  const names = isInside ? owners.map(({ value }) => value).join(', ') : ''
  return { type: 'text', at: label, content: written(names === '' ? '' : `${names}: `) }
}

/** A label at the end with the blank before it and all behind it. */
function toTheEnd(document: DocJson, label: Span): Span {
  const text = wordsAt(document, { ...label, from: 0, to: Number.MAX_SAFE_INTEGER })
  const [line = ''] = text.slice(label.from).split('\n')
  return { ...label, from: text.slice(0, label.from).trimEnd().length, to: label.from + line.length }
}
