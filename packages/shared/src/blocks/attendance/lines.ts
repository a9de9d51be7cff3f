import { isNext } from '../path.ts'
import type { Block, View } from '../reading/index.ts'
import type { Attendance } from './attendance.ts'
import type { Nearby } from './found.ts'
import { announces, type HeadSense, senseOfHeads } from './heads.ts'
import { LabelReader } from './label-reader.ts'
import { labelOf, segmentsOf } from './label.ts'
import { mentionsIn } from './mentions.ts'
import { readSentences } from './sentence.ts'
import { readWhole } from './whole.ts'

/** People in the lines of a paragraph or heading: behind a label, in the lines below one, or all of them under a heading. */
export function readLines(view: View, block: Block, isNearby: Nearby): readonly Attendance[] {
  const section = sectionOf(block)
  const isBeside = section?.strength === 'sure' || isNearby(block.path)
  if (!isBeside && section?.strength !== 'loose' && !mentionsIn(block.lines[0]!.node).people) return []
  const found: Attendance[] = []
  const nearby = (): boolean => found.length > 0 || isBeside
  const lines = segmentsOf(block.lines)
  let hasLabels = false
  let index = 0
  while (index < lines.length) {
    const line = lines[index]!
    const label = labelOf(line)
    hasLabels ||= label !== null
    const sense = label && announces(label.text, nearby())
    const read = label && sense && new LabelReader(view, { ...block, lines }, index, label, sense, nearby()).read()
    if (read) found.push(read.attendance)
    else if (label === null) found.push(...readSentences(block, line))
    index += read?.lines ?? 1
  }
  if (hasLabels || section === null || block.item !== null || block.node.type === 'heading') return found
  const whole = readWhole(block, section)
  return whole === null ? found : [whole]
}

/** What the heads over a paragraph announce; a loose or near one is not enough for running text, if nothing else is said. */
function sectionOf(block: Block): HeadSense | null {
  if (block.role === 'attendance') return { state: 'present', strength: 'sure' }
  const { heads, item, path } = block
  const inner = heads.at(-1)
  // A label is one only for what follows at once.
  if (inner?.kind === 'label' && !isNext(inner.path, item?.list ?? path)) return null
  if (item === null) return senseOfHeads(heads)
  const last = heads.findLastIndex((head) => head.kind !== 'item')
  return last < 0 ? null : senseOfHeads(last === heads.length - 1 ? heads : heads.slice(0, last + 1))
}
