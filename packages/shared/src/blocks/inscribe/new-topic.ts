import type { BlockJson, ListItemJson, ParagraphJson } from '../../document/node.ts'
import { itemOf, paragraphOf } from '../attendance/change/nodes.ts'
import type { Change } from '../change/change.ts'
import { written } from '../change/words.ts'
import type { Path, Place } from '../path.ts'

/** Where the caret of whoever takes notes goes. */
export interface NotesPlace {
  /** What has to be written first; nothing where the place is there. */
  readonly changes: readonly Change[]
  /** In the minutes after these changes. */
  readonly at: Place
}

const EMPTY: ParagraphJson = { type: 'paragraph' }
const EMPTY_LIST: BlockJson = { type: 'bulletList', content: [itemOf(EMPTY)] }

/** Room for notes: an item, or a paragraph. */
export function newNotes(path: Path, areItems: boolean, over: readonly BlockJson[] = []): NotesPlace {
  return areItems ? made(path, [...over, EMPTY_LIST], [0, 0]) : made(path, [...over, EMPTY], [])
}

/** A topic with a heading, and before it what is `over` all topics. */
export function newSection(
  path: Path,
  text: string,
  level: number,
  areItems: boolean,
  over: readonly BlockJson[] = [],
): NotesPlace {
  return newNotes(path, areItems, [...over, { type: 'heading', attrs: { level }, content: written(text) }])
}

/** A topic among those of a list, with its notes nested in it. */
export function newItem(path: Path, text: string): NotesPlace {
  return made(path, [topicOf(text)], [1, 0, 0])
}

/** The same with the list around it. */
export function newList(path: Path, text: string, over: readonly BlockJson[] = []): NotesPlace {
  return made(path, [...over, { type: 'bulletList', content: [topicOf(text)] }], [0, 1, 0, 0])
}

function topicOf(text: string): ListItemJson {
  return itemOf(paragraphOf(written(text)), EMPTY_LIST)
}

/** Puts nodes at a path, and the caret into the last of them. */
function made(path: Path, nodes: readonly (BlockJson | ListItemJson)[], within: Path): NotesPlace {
  const last = [...path.slice(0, -1), path.at(-1)! + nodes.length - 1]
  return { changes: [{ type: 'insert', path, nodes }], at: { path: [...last, ...within], from: 0 } }
}
