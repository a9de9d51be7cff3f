import { type Agenda, type Roster, spellingOf } from '@plenary/shared/blocks'
import type { DocJson } from '@plenary/shared/document'

/** What is written for a presenter who was picked by name: the handle, without its `@`, where this agenda has handles. */
export function presenterWords(picked: string, document: DocJson, agenda: Agenda, roster: Roster): string {
  const handle = roster.attendees.find(({ name }) => name === picked)?.handle
  return handle !== undefined && spellingOf(document, agenda).isHandle ? handle : picked
}
