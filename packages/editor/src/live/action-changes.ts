import {
  type ActionStyle,
  actionStyleOf,
  type Change,
  newAction,
  newActionItem,
  nextPath,
  nodeAt,
} from '@plenary/shared/blocks'

import type { Reading } from '../understanding/index.ts'

interface Wanted {
  readonly text: string
  /** Empty: nobody yet. */
  readonly owner: string
}

/** A new action item behind the last one that these minutes have, in its form; at their end where they have none. */
export function actionChanges(
  { document, understanding: { actions, roster } }: Reading,
  { text, owner }: Wanted,
  usual?: ActionStyle,
): readonly Change[] {
  const style = actionStyleOf(document, actions, usual)
  const person = roster.attendees.find(({ name }) => name === owner)
  const written = style.isHandle ? (person?.handle ?? owner) : owner
  const action = { text, owners: owner === '' ? [] : [written] }
  const path = actions.at(-1)?.carrier.path ?? []
  const item = path.slice(0, -1)
  if (nodeAt(document, item)?.type === 'listItem') {
    return [{ type: 'insert', path: nextPath(item), nodes: [newActionItem(action, style)] }]
  }
  // In a table, a source or nowhere: a line of its own, which says by itself what it is.
  const isParagraph = nodeAt(document, path)?.type === 'paragraph' && path.length === 1
  const place = isParagraph ? nextPath(path) : [document.content?.length ?? 0]
  return [{ type: 'insert', path: place, nodes: [newAction(action, { ...style, form: 'label' })] }]
}
