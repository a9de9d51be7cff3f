import type { DocJson } from '../../document/node.ts'
import { belowFacts } from '../attendance/change/nodes.ts'
import type { Change } from '../change/change.ts'
import type { Understanding } from '../understand.ts'
import { type AgendaStyle, newAgenda, type NewTopic, PLAIN_AGENDA } from './create.ts'

/** Puts an agenda into minutes that have none: below who was there and who takes the notes, else below the title and its facts. */
export function insertAgenda(
  document: DocJson,
  { attendances, noteTakers }: Pick<Understanding, 'attendances' | 'noteTakers'>,
  topics: readonly NewTopic[],
  style: AgendaStyle = PLAIN_AGENDA,
): readonly Change[] {
  const people = [
    ...attendances.map(({ carrier }) => carrier.path),
    ...noteTakers.flatMap(({ at }) => (at === null ? [] : [at.path])),
  ]
  const behind = people.map(([index = 0]) => index + 1)
  return [{ type: 'insert', path: [Math.max(belowFacts(document), ...behind)], nodes: newAgenda(topics, style) }]
}
