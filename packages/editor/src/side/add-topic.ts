import { addAgendaItem, type AgendaStyle, type Change, insertAgenda } from '@plenary/shared/blocks'

import type { Reading } from '../understanding/index.ts'

/** Adds a topic as the last of the agenda that the minutes have, else to a new one as the group writes it. */
export function addTopic(
  { document, understanding }: Reading,
  text: string,
  style: AgendaStyle | undefined,
): readonly Change[] {
  const [agenda] = understanding.agendas
  if (agenda === undefined) return insertAgenda(document, understanding, [{ text }], style)
  return addAgendaItem(document, agenda, { text }, null, understanding.roster)
}
