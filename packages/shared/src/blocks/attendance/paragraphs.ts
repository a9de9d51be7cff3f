import { isNext } from '../path.ts'
import { looksLikeName } from '../people/name-shape.ts'
import { passageOf } from '../people/passage.ts'
import { type People, readEntries } from '../people/people.ts'
import type { Block, View } from '../reading/index.ts'
import type { Attendance } from './attendance.ts'
import { attendanceOf, carrierOf, isConvincing } from './found.ts'
import { type HeadSense, senseOfHeads } from './heads.ts'
import { labelOf } from './label.ts'

/** Longer lines say more than who somebody is. */
const LONGEST = 80

/** From this share on, all of them are names. */
const NAMES = 0.8

/**
 * A paragraph for each name, below a heading or label that announces people: `### Roll call`. It reads the paragraphs that follow each
 * other from this one on, up to the first that is something else; a single one is read as a series.
 */
export function readParagraphs(view: View, block: Block): Attendance | null {
  const head = block.heads.at(-1)
  const sense = senseOfHeads(block.heads)
  if (head === undefined || sense === null || block.item !== null || !isShort(block)) return null
  if (head.kind === 'label' && !isNext(head.path, block.path)) return null
  const run = runFrom(view, block)
  const people = run.length < 2 ? null : peopleIn(run, sense)
  if (people === null || people.attendees.length < 2) return null
  const isLoose = sense.strength !== 'sure' || head.kind === 'label'
  if (isLoose && !areNames(people)) return null
  if (!isConvincing(people, sense.strength, false)) return null
  return attendanceOf(carrierOf(block), 'paragraphs', sense.state, people, null)
}

function isShort({ node, lines, role }: Block): boolean {
  const [line] = lines
  if (node.type !== 'paragraph' || role !== null || line === undefined || lines.length > 1) return false
  return line.text.length <= LONGEST && labelOf(line) === null
}

/** The short paragraphs right behind each other. */
function runFrom({ blocks }: View, first: Block): readonly Block[] {
  const run = [first]
  for (let at = blocks.indexOf(first) + 1; at < blocks.length; at++) {
    const block = blocks[at]!
    if (!isNext(run.at(-1)!.path, block.path) || !isShort(block)) break
    run.push(block)
  }
  return run
}

/** Those of the first paragraphs which name one person each. */
function peopleIn(run: readonly Block[], { state }: HeadSense): People {
  const passages = run.map(({ lines }) => passageOf(lines))
  const { attendees } = readEntries(passages, state)
  const end = run.findIndex(({ path }, index) => {
    const key = path.join()
    return (
      attendees.filter(({ at }) => at.path.join() === key).length !== 1 || /[.!?:]$/.test(passages[index]!.text.trim())
    )
  })
  return end < 0 ? { attendees, others: 0 } : readEntries(passages.slice(0, end), state)
}

function areNames({ attendees }: People): boolean {
  const sure = attendees.filter(
    ({ name, handle }) => handle !== undefined || (name.includes(' ') && looksLikeName(name)),
  )
  return sure.length >= attendees.length * NAMES
}
