import { actionStyleOf } from '../../blocks/action/style.ts'
import { majority } from '../../blocks/majority.ts'
import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'
import { common } from './common.ts'
import { blockAt, type File } from './file.ts'
import { merged } from './merge.ts'

/** How action items are marked as such, and how they name their owners. */
export function inferAction(files: readonly File[]): HouseStyle['action'] {
  const showing = files.filter(({ found }) => found.actions.length > 0)
  // What a file with action items does not show of them is as is usual for its own form of them.
  const style = merged(showing.map(({ document, found }) => actionStyleOf(document, found.actions)))
  return { ...PLAIN.action, ...style, isItem: common(showing, areItems) ?? PLAIN.action.isItem }
}

function areItems(file: File): boolean | undefined {
  const listed = file.found.actions.filter(({ form }) => form === 'section' || form === 'box')
  return majority(listed.map(({ carrier }) => blockAt(file, carrier.path)?.item !== null))
}
