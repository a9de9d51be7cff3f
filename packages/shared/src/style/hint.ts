import { newAction, type NewAction } from '../blocks/action/create.ts'
import type { Attendee } from '../blocks/attendance/attendance.ts'
import { newDecision } from '../blocks/decision/change.ts'
import { writeEntry } from '../blocks/people/entry-pattern.ts'
import { Roster } from '../blocks/people/roster.ts'
import { bareLines, keyOf } from '../blocks/reading/index.ts'
import { calledIn, turnContent } from '../blocks/speaker/style.ts'
import type { BlockJson, InlineJson } from '../document/node.ts'
import type { HouseStyle, SectionKind } from './house-style.ts'
import { inlineOf } from './markdown-of.ts'

/**
 * What the editor shows in an empty paragraph until somebody writes there: what belongs there, in the form of the group. Undefined
 * where the style knows nothing of the place. `above` are the blocks that stand above it, the nearest first; no more of them are asked for than
 * it takes to know the section.
 */
export function hintFor(style: HouseStyle, above: Iterable<BlockJson>): string | undefined {
  for (const block of above) {
    if (block.type !== 'heading' && block.type !== 'paragraph') continue
    const key = keyOf(bareLines(block)[0]?.text ?? '')
    const section = style.sections.find(
      ({ head }) => head.form !== 'none' && keyOf(wordsOf(inlineOf(head.text))) === key,
    )
    if (section !== undefined) return hintOf(style, section.kind)
    if (block.type === 'heading') return undefined
  }
  return undefined
}

function hintOf(style: HouseStyle, kind: SectionKind): string | undefined {
  switch (kind) {
    case 'attendance':
      return `Who is here, such as ${writeEntry(ANN, style.attendance.entry)}`
    case 'agenda':
      return `What will be talked about, such as ${style.agenda.example}`
    case 'notes':
      return `What is said, such as ${wordsOf(turnContent(calledIn(style.speaker, ANN, new Roster([ANN])), style.speaker))}…`
    case 'actions':
      return `Who does what, such as ${wordsOf(newAction(taskIn(style), style.action).content ?? [])}`
    case 'decisions':
      return `What was decided, such as ${wordsOf(newDecision('…', style.decision).content ?? [])}`
    case 'other':
      return undefined
  }
}

const ANN: Attendee = {
  name: 'Ann Bell',
  initials: 'AB',
  handle: 'ann',
  affiliation: 'Acme',
  state: 'present',
  at: { path: [], from: 0, to: 0 },
}

function taskIn({ action }: HouseStyle): NewAction {
  return { text: 'write it down', owners: [action.isHandle ? 'ann' : 'Ann'], due: '2027-05-04' }
}

function wordsOf(content: readonly InlineJson[]): string {
  return content.map((node) => (node.type === 'text' ? node.text : ' ')).join('')
}
