import type { Schema } from '@tiptap/pm/model'

import { newAction } from '../blocks/action/create.ts'
import { newAgenda } from '../blocks/agenda/create.ts'
import type { Attendee } from '../blocks/attendance/attendance.ts'
import { addAttendee } from '../blocks/attendance/change/add.ts'
import { setNoteTaker } from '../blocks/attendance/change/note-taker.ts'
import { changed } from '../blocks/change/apply.ts'
import type { Change } from '../blocks/change/change.ts'
import { newDecision } from '../blocks/decision/change.ts'
import type { Named } from '../blocks/people/entry-pattern.ts'
import type { Roster } from '../blocks/people/roster.ts'
import { setOutcome } from '../blocks/poll/change.ts'
import { newPoll } from '../blocks/poll/create.ts'
import { keyOf } from '../blocks/reading/index.ts'
import { calledIn, turnContent } from '../blocks/speaker/style.ts'
import { type Understanding, understand } from '../blocks/understand.ts'
import type { BlockJson, DocJson, InlineJson, ListItemJson, ParagraphJson } from '../document/node.ts'
import { formsFrom } from '../style/forms.ts'
import type { HouseStyle, SectionKind } from '../style/house-style.ts'
import { inlineOf } from '../style/markdown-of.ts'
import { skeleton } from '../style/skeleton.ts'

const ANN = { name: 'Ann Bell', handle: 'annb', initials: 'ABL', affiliation: 'Acme' } as const
const BOB = { name: 'Bob Cole', handle: 'bobc', initials: 'BCE', affiliation: 'Binder' } as const
const KIM = { name: 'Kim Dal', handle: 'kimd', initials: 'KDL', affiliation: 'Acme' } as const
const LATE: Named = { name: 'Dee Egan', handle: 'deee', initials: 'DEN', affiliation: 'Canvas' }

export const TOPICS = [
  { text: 'Opening of the meeting', minutes: 5 },
  { text: 'Plans for the next release', minutes: 25 },
] as const

const SAID: readonly (readonly [Named, string])[] = [
  [
    ANN,
    'The release has waited for the new parser long enough that people have begun to ask for it every week, and nobody has seen a reason to wait.',
  ],
  [BOB, 'Then it can be out by the end of the month.'],
  [KIM, 'I would like to see the numbers before that.'],
]

/**
 * A meeting from its beginning to its end in a house style, as people make it with the blocks: it begins with the skeleton, somebody comes
 * late, and there are an agenda, notes, an action item, a poll and a decision.
 */
export function heldMeeting(style: HouseStyle, schema: Schema): DocJson {
  const meeting = new Meeting(
    skeleton(style, { date: '2027-04-27', time: '16:00', people: [ANN, BOB, KIM] }),
    style,
    schema,
  )
  meeting.change(({ attendances }, document) => {
    const main = attendances.find(({ attendees }) => attendees.length > 0)
    return main === undefined ? [] : addAttendee(document, main, LATE, { usual: style.attendance.entry })
  })
  if (style.noteTaker.form !== 'none') {
    meeting.change(({ attendances }, document) => setNoteTaker(document, attendances, BOB, formsFrom(style).noteTaker))
  }
  meeting.write()
  return meeting.document
}

class Meeting {
  document: DocJson
  readonly #style: HouseStyle
  readonly #schema: Schema

  constructor(document: DocJson, style: HouseStyle, schema: Schema) {
    this.document = document
    this.#style = style
    this.#schema = schema
  }

  change(make: (found: Understanding, document: DocJson) => readonly Change[]): void {
    this.document = changed(this.document, make(understand(this.document), this.document), this.#schema)
  }

  write(): void {
    const style = this.#style
    const forms = formsFrom(style)
    this.#add('agenda', newAgenda(TOPICS, { ...forms.agenda, head: null }))
    const { section } = style.decision
    const decision = newDecision('The release is out by the end of the month.', forms.decision)
    const decided: readonly BlockJson[] =
      section === null
        ? [decision]
        : [headingOf(section.level, section.text), listOf([paragraphOf('The release is out by the end of the month.')])]
    const talk = [...this.#talk(), ...newPoll('Should the release wait for the numbers?', forms.poll, [1, 2, 3, 4, 5])]
    const task = { text: 'Send the numbers to the list', owners: [this.#ownerName()] }
    const action = newAction(task, forms.action)
    const hasSection = style.sections.some(({ kind }) => kind === 'actions')
    const inNotes = hasSection ? [] : [forms.action.form === 'box' ? boxOf(action) : action]
    this.#add('notes', [...talk, ...inNotes, ...decided])
    if (hasSection)
      this.#add('actions', [
        forms.action.form === 'box' ? boxOf(action) : style.action.isItem ? listOf([action]) : action,
      ])
    this.change(({ polls }, document) =>
      polls.slice(0, 1).flatMap((poll) => setOutcome(document, poll, 'No consensus')),
    )
  }

  #ownerName(): string {
    const { roster } = understand(this.document)
    return this.#style.action.isHandle ? ANN.handle : calledIn(this.#style.speaker, personIn(roster, ANN), roster)
  }

  #talk(): BlockJson[] {
    const { notes, speaker } = this.#style
    const { roster } = understand(this.document)
    const lines = SAID.map(([person, words]): ParagraphJson => {
      const name = calledIn(speaker, personIn(roster, person), roster)
      return { type: 'paragraph', content: [...turnContent(name, speaker), { type: 'text', text: words }] }
    })
    const talk = notes.areItems ? [listOf(lines)] : lines
    if (notes.topicLevel > 0) return [headingOf(notes.topicLevel, TOPICS[1].text), ...talk]
    return [{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraphOf(TOPICS[1].text), ...talk] }] }]
  }

  /** What people write into a section takes the place of the empty paragraph that waits for it. */
  #add(kind: SectionKind, nodes: readonly BlockJson[]): void {
    const at = this.#endOf(kind)
    if (at === undefined) return
    const before = this.document.content[at - 1]
    const waiting = before?.type === 'paragraph' && before.content === undefined ? [at - 1] : []
    this.change(() => [
      { type: 'insert', path: [at], nodes },
      ...waiting.map((index): Change => ({ type: 'remove', path: [index] })),
    ])
  }

  /** Where a section ends. Notes without a section stand in that of the agenda, or before the lines that always stand last. */
  #endOf(kind: SectionKind): number | undefined {
    const { sections, footer } = this.#style
    const has = sections.some((section) => section.kind === kind)
    const own = sections.findIndex((section) => section.kind === (has || kind !== 'notes' ? kind : 'agenda'))
    const last = this.document.content.length - (footer === '' ? 0 : 1)
    if (own < 0) return kind === 'notes' ? last : undefined
    const level = sections.slice(own, own + 1).map(levelOf)[0] ?? 0
    const next = sections.slice(own + 1).find((section) => kind !== 'notes' || levelOf(section) <= level)
    const key = next === undefined || next.head.form === 'none' ? undefined : keyOf(wordsOf(inlineOf(next.head.text)))
    const at = this.document.content.findIndex((block) => key !== undefined && keyOf(textIn(block)) === key)
    return at < 0 ? last : at
  }
}

/** A label ends what stands before it, whatever that is. */
function levelOf({ head }: HouseStyle['sections'][number]): number {
  return head.form === 'heading' ? head.level : 0
}

/** As the minutes know somebody: without what the style does not write of them. */
function personIn({ attendees }: Roster, { name }: Named): Attendee {
  const found = attendees.find((attendee) => attendee.name === name)
  if (found === undefined) throw new Error(`${name} is not in the attendance`)
  return found
}

function textIn(block: BlockJson): string {
  return block.type === 'heading' || block.type === 'paragraph' ? wordsOf(block.content ?? []) : ''
}

function wordsOf(content: readonly InlineJson[]): string {
  return content.map((node) => (node.type === 'text' ? node.text : ' ')).join('')
}

function headingOf(level: number, text: string): BlockJson {
  return { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] }
}

function paragraphOf(text: string): ParagraphJson {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

function listOf(paragraphs: readonly ParagraphJson[]): BlockJson {
  return {
    type: 'bulletList',
    content: paragraphs.map((paragraph): ListItemJson => ({ type: 'listItem', content: [paragraph] })),
  }
}

function boxOf(paragraph: ParagraphJson): BlockJson {
  return { type: 'bulletList', content: [{ type: 'listItem', attrs: { checked: false }, content: [paragraph] }] }
}
