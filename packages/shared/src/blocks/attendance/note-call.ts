import { isNext } from '../path.ts'
import { type Passage, passageFor, passageOf, spanOf } from '../people/passage.ts'
import { readEntries } from '../people/people.ts'
import { bareLines, type Block } from '../reading/index.ts'
import { labelOf } from './label.ts'
import { asksForNotes, isNoteHead } from './note-label.ts'
import { MOST, namesIn, type NotePlace, takerOf } from './note-names.ts'

/** Whether the innermost head over a block asks for note takers. */
export function isCalled({ heads, node, item, path }: Block): boolean {
  const inner = heads.at(-1)
  if (inner === undefined || node.type === 'heading' || (inner.kind === 'item') !== (item !== null)) return false
  return isNoteHead(inner) && (inner.kind !== 'label' || isNext(inner.path, path))
}

const TAKES = String.raw`(?:tak(?:e|es|ing)|took|captur(?:es|ed|ing)|ke(?:eps?|pt)|record(?:s|ed|ing))\s+(?:the\s+)?(?:meeting\s+)?(?:notes|minutes)`
const VOLUNTEERS = new RegExp(
  String.raw`^(.+?)\s+(?:has\s+|have\s+|will\s+|is\s+|are\s+)?(?:volunteer(?:s|ed|ing)?|${TAKES}|to\s+take\s+notes|scrib(?:e|es|ing))\b`,
  'i',
)
const NOBODY = /\b(?:chairs?|skip(?:ped)?|done|tbd|nobody|no one|none|someone|anyone|i|we|you|who|please)\b/i

/** `Ann Bell volunteers.`, or the bare names, in the paragraph below a call for note takers. */
export function volunteerIn(block: Block): NotePlace | null {
  const [line] = block.lines
  if (line === undefined || block.lines.length > 1) return null
  // Where all of the line has marks, they are no label.
  const marked = labelOf(line)
  const label = marked?.rest === line.text.length && !/[:：]/.test(line.text) ? null : marked
  if (label !== null && !/^volunteers?$/i.test(label.text)) return null
  const volunteer = VOLUNTEERS.exec(line.text.trim())?.[1]
  const source = volunteer === undefined ? passageOf([line], label?.rest) : passageFor(line, volunteer)
  const names = NOBODY.test(source.text) ? [] : namesIn({ ...source, text: source.text.replace(/[.!]$/, ' ') })
  if (names.length === 0 || names.some(({ value }) => !/\p{Lu}/u.test(value))) return null
  return { form: 'words', path: block.path, row: 0, names, at: spanOf(source, { from: 0, to: source.text.length }) }
}

const TAKES_NOTES = new RegExp(
  String.raw`^(?<who>[^:,.]{2,40}?)\s+(?:(?:has|have|will|is|are)\s+)?(?:(?:volunteer(?:s|ed|ing)?\s+(?:to\s+take\s+(?:the\s+)?notes|to\s+scribe|for\s+note[- ]?taking|as\s+(?:the\s+)?(?:scribe|note[- ]?taker)))|${TAKES}|scrib(?:es|ing))[.!]?$`,
  'i',
)

/** `Ann volunteers to take notes.`, and nothing else in the paragraph; the call for it may stand anywhere. */
export function takerIn(block: Block): NotePlace | null {
  // The call itself is no answer to it.
  if (block.lines.length === 1 && asksForNotes(block.lines[0]!.text)) return null
  const who = block.lines.length === 1 ? TAKES_NOTES.exec(block.lines[0]!.text.trim())?.groups!['who'] : undefined
  return who === undefined || who.split(/\s+/).length > 4 ? null : volunteerIn(block)
}

/** `Everyone, feel free to help!` is nobody. */
const INVITES =
  /^(?:everyone|everybody|anyone|anybody|all|others|please)\b.*\b(?:help|join|add|correct|welcome|contribute)\b/i

/** The items of a list below such a call. */
export function volunteersOf({ node, path }: Block): NotePlace | null {
  if (node.type !== 'bulletList' && node.type !== 'orderedList') return null
  const passages = node.content.flatMap((item, index): Passage[] => {
    const first = item.content[0]
    if (first?.type !== 'paragraph') return []
    const { text, from, pieces } = bareLines(first)[0]!
    return INVITES.test(text.trim()) ? [] : [{ path: [...path, index, 0], from, text, pieces }]
  })
  const { attendees, others } = readEntries(passages, 'present')
  if (others > 0 || attendees.length > MOST) return null
  return { form: 'list', path, row: 0, names: attendees.map(takerOf), at: null }
}
