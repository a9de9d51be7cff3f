import type { DocJson } from '../../document/node.ts'
import { frontMatterOf } from '../matter/front-matter.ts'
import { comparePaths, nodeAt, type Path, samePath } from '../path.ts'
import { bareLines, type Block, type View } from '../reading/index.ts'
import type { Attendance } from './attendance.ts'
import { senseOf } from './heads.ts'
import { readHtml } from './html.ts'
import { readInitialsLine } from './initials-line.ts'
import { readLines } from './lines.ts'
import { readList, senseOver } from './list.ts'
import { readMatter } from './matter.ts'
import { readParagraphs } from './paragraphs.ts'
import { readTable } from './table.ts'

/** Every place in which the minutes list people, or wait for a list of them. */
export function recogniseAttendance(view: View): readonly Attendance[] {
  const found: Attendance[] = []
  const isNearby = (path: Path): boolean => {
    const last = found.at(-1)
    return last !== undefined && last.form !== 'matter' && areNeighbours(view.document, last.carrier.path, path)
  }
  for (const block of view.blocks) {
    if (block.role !== null && block.role !== 'attendance') continue
    if (isRead(found.at(-1), block.path)) continue
    for (const attendance of readBlock(view, block, isNearby)) found.push(attendance)
  }
  const inHtml = readHtml(view)
  if (inHtml.length === 0) return found
  return [...found, ...inHtml].toSorted((a, b) => comparePaths(a.carrier.path, b.carrier.path))
}

function readBlock(view: View, block: Block, isNearby: (path: Path) => boolean): readonly Attendance[] {
  const { node } = block
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const paragraphs = readParagraphs(view, block)
      if (paragraphs !== null) return [paragraphs]
      const lines = readLines(view, block, isNearby)
      return lines.length > 0 ? lines : several(readInitialsLine(block))
    }
    case 'bulletList':
    case 'orderedList':
      return several(readList(view, block, node, isNearby))
    case 'table':
      return readTable(block, node, senseOver(view, block))
    case 'rawBlock': {
      const matter = node.attrs.kind === 'yaml' ? frontMatterOf(view.document) : null
      return matter === null ? [] : readMatter(block, matter)
    }
    case 'blockquote':
    case 'codeBlock':
    case 'horizontalRule':
      return NONE
  }
}

/** Whether the place before has this paragraph among its own. */
function isRead(last: Attendance | undefined, path: Path): boolean {
  return last?.form === 'paragraphs' && last.attendees.some(({ at }) => samePath(at.path, path))
}

const NONE: readonly Attendance[] = []

function several(found: Attendance | null): readonly Attendance[] {
  return found === null ? NONE : [found]
}

/** Whether two blocks stand close together, the first before the second: next to each other, or in items that do. */
function areNeighbours(document: DocJson, a: Path, b: Path): boolean {
  const level = a.findIndex((index, depth) => index !== b[depth])
  if (level < 0) return true
  const [from, to] = [a[level]!, b[level] ?? 0]
  if (to - from > 2 || Math.max(a.length, b.length) - level > 3) return false
  const between = nodeAt(document, [...a.slice(0, level), from + 1])
  if (to === from + 1) return true
  // `## Guests` goes on with them.
  if (between?.type === 'heading') return senseOf(bareLines(between)[0]!.text) !== null
  return between?.type !== 'horizontalRule'
}
