import type { ActionStyle } from '../blocks/action/style.ts'
import type { AgendaStyle } from '../blocks/agenda/create.ts'
import type { AttendanceHead, AttendanceStyle } from '../blocks/attendance/change/create.ts'
import type { NoteTakerStyle } from '../blocks/attendance/change/new-note-place.ts'
import type { DecisionStyle } from '../blocks/decision/style.ts'
import type { NotReachedForm } from '../blocks/inscribe/not-reached.ts'
import type { NotesForm } from '../blocks/inscribe/notes-place.ts'
import type { PollStyle } from '../blocks/poll/style.ts'
import type { SpeakerStyle } from '../blocks/speaker/style.ts'
import type { InlineJson } from '../document/node.ts'
import type { HouseStyle, SectionKind } from './house-style.ts'
import { inlineOf } from './markdown-of.ts'

/** A house style as the blocks take it that are added to minutes. */
export interface Forms {
  readonly attendance: AttendanceStyle
  readonly noteTaker: NoteTakerStyle
  readonly agenda: AgendaStyle
  readonly speaker: SpeakerStyle
  readonly action: ActionStyle
  readonly decision: DecisionStyle
  readonly poll: PollStyle
  readonly notes: NotesForm
  readonly notReached: NotReachedForm
}

export function formsFrom(style: HouseStyle): Forms {
  const { attendance, noteTaker, agenda, speaker, action, decision, poll } = style
  // The blocks put the colon there themselves.
  const label = labelIn(inlineOf(noteTaker.label)).text.replace(/[ \t]*:$/, '')
  const { isItem: _isItem, ...actions } = action
  const { section: _section, ...decisions } = decision
  return {
    attendance: {
      form: attendance.form,
      head: attendanceHead(style),
      entry: attendance.entry,
      columns: attendance.columns,
      noteTaker: noteTaker.form === 'none' ? null : label,
    },
    noteTaker: { label, key: keyFor(label) },
    agenda: { ...agenda, head: agendaHead(style) },
    speaker,
    action: actions,
    decision: decisions,
    poll,
    notes: { ...style.notes, head: notesHead(style) },
    notReached: { level: sectionLevel(style) },
  }
}

function notesHead(style: HouseStyle): NotesForm['head'] {
  const head = headOf(style, 'notes')
  return head?.form === 'heading' ? { level: head.level, text: head.text } : null
}

/** Of the outermost headings; 0 where sections have labels. */
function sectionLevel({ sections, title }: HouseStyle): number {
  const levels = sections.flatMap(({ head }) => (head.form === 'heading' ? [head.level] : []))
  if (levels.length > 0) return Math.min(...levels)
  return sections.some(({ head }) => head.form === 'label') ? 0 : Math.min(6, title.level + 1)
}

function attendanceHead(style: HouseStyle): AttendanceHead {
  const head = headOf(style, 'attendance')
  const [first] = style.attendance.labels
  const people = style.matter.find(({ value }) => value.includes('{name}'))
  if (style.attendance.form === 'matter' && people !== undefined) {
    return { kind: 'label', text: people.key, isBold: false }
  }
  // Names behind a label have it for their head, whatever stands over that.
  if (first !== undefined && first.text !== '') return { kind: 'label', ...labelIn(inlineOf(first.text)) }
  if (head === null) return { kind: 'heading', text: 'Attendees', level: Math.min(6, style.title.level + 1) }
  return head.form === 'heading'
    ? { kind: 'heading', text: head.text, level: head.level }
    : { kind: 'label', text: head.text, isBold: head.isBold }
}

/** Whoever adds an agenda to minutes of a group that has none means one that is read as such: it gets a heading. */
function agendaHead(style: HouseStyle): AgendaStyle['head'] {
  if (style.sections.some(({ kind }) => kind === 'agenda')) return headOf(style, 'agenda')
  return { form: 'heading', level: sectionLevel(style) || Math.min(6, style.title.level + 1), text: 'Agenda' }
}

function headOf(style: HouseStyle, kind: SectionKind): AgendaStyle['head'] {
  const head = style.sections.find((section) => section.kind === kind)?.head
  if (head === undefined || head.form === 'none') return null
  const label = labelIn(inlineOf(head.text))
  return head.form === 'heading'
    ? { form: 'heading', level: head.level, text: label.text }
    : { form: 'label', ...label }
}

/** The words of a label, and whether they are bold. */
function labelIn(content: readonly InlineJson[]): { readonly text: string; readonly isBold: boolean } {
  const texts = content.flatMap((node) => (node.type === 'text' ? [node] : []))
  return {
    text: texts.map(({ text }) => text).join(''),
    isBold: texts.some(({ marks = [] }) => marks.some(({ type }) => type === 'bold')),
  }
}

/** `note_taker` for `Note taker:`. */
function keyFor(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
}
