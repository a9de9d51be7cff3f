import { decisionStyleOf } from '../../blocks/decision/style.ts'
import { majority } from '../../blocks/majority.ts'
import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'
import { common } from './common.ts'
import { blockAt, type File, headingText } from './file.ts'
import { merged } from './merge.ts'

/** How decisions are marked as such: by a label, or by the heading that they stand under. */
export function inferDecision(files: readonly File[]): HouseStyle['decision'] {
  const { section, ...plain } = PLAIN.decision
  const labelled = files.filter(({ found }) => found.decisions.some(({ label }) => label !== null))
  const style = merged(labelled.map(({ document, found }) => decisionStyleOf(document, found.decisions, plain)))
  return { ...plain, ...style, section: common(files, sectionIn) ?? section }
}

/** The heading of most decisions, where it stands under topics and not over a part of the minutes. */
function sectionIn(file: File): HouseStyle['decision']['section'] | undefined {
  const heads = file.found.decisions.flatMap(({ form, carrier }) => {
    const head =
      form === 'section' ? blockAt(file, carrier.path)?.heads.findLast(({ kind }) => kind === 'heading') : undefined
    const node = head && blockAt(file, head.path)?.node
    return node?.type === 'heading' ? [{ level: node.attrs.level, text: headingText(node) }] : []
  })
  const most = majority(heads)
  return most !== undefined && most.level > 2 ? most : undefined
}
