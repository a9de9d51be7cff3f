import type { Path } from '../blocks/path.ts'
import { bareLines, keyOf } from '../blocks/reading/line.ts'
import type { BlockJson, DocJson } from '../document/node.ts'
import type { HouseStyle, Pattern, SectionKind } from './house-style.ts'
import { inlineOf } from './markdown-of.ts'
import type { Values } from './pattern.ts'

/**
 * What the editor shows in an empty paragraph until somebody writes there: what belongs there, in the form of the group. Undefined
 * where the style knows nothing of the place. The path is that of the paragraph.
 */
export function hintFor(style: HouseStyle, document: DocJson, path: Path): string | undefined {
  const [index = 0, ...inner] = path
  if (inner.length > 0) return undefined
  const kind = kindOver(style, document.content.slice(0, index))
  return kind === undefined ? undefined : hintOf(style, kind)
}

/** The section that the last of these blocks are in: that of the last heading, or of a label behind it. */
function kindOver({ sections }: HouseStyle, before: readonly BlockJson[]): SectionKind | undefined {
  for (const block of before.toReversed()) {
    if (block.type !== 'heading' && block.type !== 'paragraph') continue
    const key = keyOf(bareLines(block)[0]?.text ?? '')
    const section = sections.find(({ head }) => head.form !== 'none' && keyOf(plain(head.text)) === key)
    if (section !== undefined) return section.kind
    if (block.type === 'heading') return undefined
  }
  return undefined
}

function hintOf(style: HouseStyle, kind: SectionKind): string | undefined {
  switch (kind) {
    case 'attendance':
      return `Who is here: ${example(style.attendance.entry)}`
    case 'agenda':
      return `What will be talked about: ${example(style.agenda.entry, 'topic')}`
    case 'notes':
      return `What is said: ${example(style.notes.turn, '…')}`
    case 'actions':
      return `Who does what: ${example(style.action.entry, 'what is to be done')}`
    case 'decisions':
      return `What was decided: ${example(style.decision.entry, '…')}`
    case 'other':
      return undefined
  }
}

const SOMEBODY: Values = {
  name: 'Ann Bell',
  first: 'Ann',
  owner: 'Ann',
  presenter: 'Ann',
  initials: 'AB',
  handle: 'ann',
  affiliation: 'Acme',
  minutes: '10',
  due: '2027-05-04',
}

function example(pattern: Pattern, text?: string): string {
  return plain(pattern, { ...SOMEBODY, text })
}

function plain(pattern: Pattern, values: Values = {}): string {
  return inlineOf(pattern, values)
    .map((node) => (node.type === 'text' ? node.text : ' '))
    .join('')
}
