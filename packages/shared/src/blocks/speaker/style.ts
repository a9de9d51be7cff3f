import type { InlineJson, MarkJson } from '../../document/node.ts'
import type { Attendee } from '../attendance/attendance.ts'
import { majority } from '../majority.ts'
import type { Roster } from '../people/roster.ts'
import type { Turn, TurnStyle } from './speaker.ts'

/** By what minutes call those who speak. */
export type NameForm = 'full' | 'first' | 'initials' | 'handle'

/** How a file writes its speakers. */
export interface SpeakerStyle extends TurnStyle {
  readonly name: NameForm
  /** What begins the next line of the same person: the name again, or `...`. */
  readonly goesOn: 'name' | 'dots'
}

export const PLAIN_SPEAKERS: SpeakerStyle = {
  frame: 'colon',
  mark: null,
  isColonMarked: false,
  gap: ' ',
  name: 'first',
  goesOn: 'name',
}

/** The style that most turns have; the fallback where nobody has spoken yet. */
export function speakerStyle(
  turns: readonly Turn[],
  roster: Roster,
  fallback: SpeakerStyle = PLAIN_SPEAKERS,
): SpeakerStyle {
  const style = majority(turns.map((turn) => ({ ...turn.style, gap: turn.style.gap === '' ? '' : ' ' })))
  const name = majority(turns.map(({ written }) => formOf(written, roster)))
  if (style === undefined || name === undefined) return fallback
  const dots = turns.filter(({ goesOn }) => goesOn.length > 0).length
  return { ...style, name, goesOn: dots >= repeatsIn(turns) && dots > 0 ? 'dots' : 'name' }
}

/** How often somebody speaks twice in a row. */
function repeatsIn(turns: readonly Turn[]): number {
  return turns.filter(({ written }, at) => turns[at - 1]?.written === written).length
}

function formOf(written: string, roster: Roster): NameForm {
  if (written.startsWith('@') || roster.attendees.some(({ handle }) => handle === written)) return 'handle'
  if (/^\p{Lu}{2,4}$/u.test(written) || roster.attendees.some(({ initials }) => initials === written)) return 'initials'
  return written.includes(' ') ? 'full' : 'first'
}

/** What a person is called in a style; the full name where the shorter one could mean somebody else. */
export function calledIn(style: SpeakerStyle, person: Attendee, roster: Roster): string {
  const short = shortName(style.name, person)
  const meant = roster.resolve(short)
  return meant.state === 'one' && meant.name === person.name ? short : person.name
}

function shortName(form: NameForm, { name, initials, handle }: Attendee): string {
  switch (form) {
    case 'full':
      return name
    case 'first':
      return name.split(' ')[0]!
    case 'initials':
      return (
        initials ??
        name
          .split(/[\s-]+/)
          .map((word) => word[0]?.toUpperCase())
          .join('')
      )
    case 'handle':
      return handle === undefined ? name : `@${handle}`
  }
}

/** The beginning of a line on which this name speaks. */
export function turnContent(name: string, { frame, mark, isColonMarked, gap }: TurnStyle): InlineJson[] {
  const marks: MarkJson[] = mark === null ? [] : [{ type: mark }]
  switch (frame) {
    case 'colon':
      if (mark === null) return [text(`${name}:${gap}`)]
      return isColonMarked ? [text(`${name}:`, marks), text(gap)].filter(isThere) : [text(name, marks), text(`:${gap}`)]
    case 'brackets':
      return [text(`[${name}]`, marks), text(gap)].filter(isThere)
    case 'name=':
      return [text(`[name=${name}]`, marks), text(gap)].filter(isThere)
    case 'angle':
      return [text(`<${name}>`, [{ type: 'raw' }]), text(gap)].filter(isThere)
  }
}

/** The beginning of the next line of the same person: what Enter writes. */
export function nextContent(name: string, style: SpeakerStyle): InlineJson[] {
  return style.goesOn === 'dots' ? [text('... ')] : turnContent(name, style)
}

function text(
  words: string,
  marks: readonly MarkJson[] = [],
): { type: 'text'; text: string; marks?: readonly MarkJson[] } {
  return marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks }
}

function isThere(node: { readonly text: string }): boolean {
  return node.text !== ''
}
