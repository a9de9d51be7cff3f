import type { DocJson } from '../../document/node.ts'
import { marksAt, wordsAt } from '../change/words.ts'
import type { Action, ActionForm, DoneForm, OwnerForm } from './action.ts'
import { type DateForm, formOf } from './due.ts'

/** How a group writes its action items: what a new one, or one made of a line, looks like. */
export interface ActionStyle {
  readonly form: Exclude<ActionForm, 'said' | 'row'>
  /** Its words: `ACTION ITEM`, `AI`, `Action`, `TODO`; also of a style without labels, for a line outside the section. */
  readonly label: string
  readonly mark: 'bold' | 'italic' | null
  readonly isBracketed: boolean
  /** Between label and text. */
  readonly separator: ': ' | ' - ' | ' '
  readonly owner: Exclude<OwnerForm, 'cell' | 'sentences'>
  /** Owners are written as handles. */
  readonly isHandle: boolean
  readonly done: Exclude<DoneForm, 'cell'>
  readonly date: DateForm
}

export const PLAIN_ACTIONS: ActionStyle = {
  form: 'label',
  label: 'ACTION',
  mark: null,
  isBracketed: false,
  separator: ': ',
  owner: 'colon',
  isHandle: false,
  done: 'box',
  date: 'iso',
}

/** How the action items of these minutes are written, where there are any; of the rest, as the fallback says. */
export function actionStyleOf(
  document: DocJson,
  actions: readonly Action[],
  fallback: ActionStyle = PLAIN_ACTIONS,
): ActionStyle {
  // A new one beside those of a table is a line.
  const found = actions.filter(({ form }) => form !== 'said' && form !== 'row')
  const form = usual(found.map(({ form }) => form)) ?? fallback.form
  const like = found.filter((action) => action.form === form)
  const owners = like.filter(({ owners, parts }) => owners.length > 0 && parts.owners.form !== 'above')
  const dues = actions.flatMap(({ due }) => (due?.at ? [formOf(wordsAt(document, due.at))] : []))
  const done = actions.flatMap(({ done, parts }) =>
    done && parts.done !== null && parts.done.form !== 'cell' ? [parts.done.form] : [],
  )
  const boxes = actions.flatMap(({ box }): ActionStyle['done'][] => (box === null ? [] : ['box']))
  return {
    ...fallback,
    ...labelOf(document, actions),
    form: form === 'said' || form === 'row' ? fallback.form : form,
    owner:
      usual(
        owners.flatMap(({ parts: { owners } }) =>
          owners.form === 'cell' || owners.form === 'sentences' ? [] : [owners.form],
        ),
      ) ?? fallback.owner,
    isHandle: usual(owners.map((action) => hasHandles(document, action))) ?? fallback.isHandle,
    done: usual(done) ?? usual(boxes) ?? fallback.done,
    date: usual(dues) ?? fallback.date,
  }
}

type LabelStyle = Pick<ActionStyle, 'label' | 'mark' | 'isBracketed' | 'separator'>

/** The label that most of them have. */
function labelOf(document: DocJson, actions: readonly Action[]): LabelStyle | null {
  const labels = actions.flatMap(({ form, parts: { label, word } }): string[] => {
    if (form !== 'label' && form !== 'trailing-label') return []
    if (label === null || word === null) return []
    const text = wordsAt(document, label)
    const words = /^\[?\s*(?<words>#?[\p{L}]+(?:[ -]items?)?)/iu.exec(text)?.groups?.['words']
    if (words === undefined || words.startsWith('#')) return []
    const marks = marksAt(document, word.path, word.from + text.indexOf(words))
    const behind = text.slice(word.to - word.from)
    const separator = /[:：]/.test(behind) ? ': ' : /\s[-–—]/.test(behind) ? ' - ' : ' '
    const mark = (['bold', 'italic'] as const).find((name) => marks.some(({ type }) => type === name)) ?? null
    const style: LabelStyle = { label: words, mark, isBracketed: text.startsWith('['), separator }
    return [JSON.stringify(style)]
  })
  const style = usual(labels)
  return style === undefined ? null : (JSON.parse(style) as LabelStyle)
}

/** Whether the owners of an action are written with an `@`. */
export function hasHandles(document: DocJson, { owners }: Action): boolean {
  const at = owners[0]?.at ?? null
  return at !== null && at.from > 0 && wordsAt(document, { ...at, from: at.from - 1, to: at.from }) === '@'
}

/** What there is most of, the first of equals; undefined where there is nothing. */
function usual<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
