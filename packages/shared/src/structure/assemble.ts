import { type AgendaItem, type Place, placeOf, speakersIn, type Understanding } from '../blocks/index.ts'
import type { DocJson } from '../document/index.ts'
import { given } from './given.ts'
import { idsOf, type Referred } from './ids.ts'
import { attendeesIn, noteTakersIn } from './people.ts'
import type { AgendaItemData, Structure } from './structure.ts'

interface Around {
  readonly id: string
  readonly name: string
  readonly lineOf: (place: Place) => number
}

/** Puts together what is understood of a document, which must be the one that was read. */
export function assemble(document: DocJson, understanding: Understanding, { id, name, lineOf }: Around): Structure {
  const { facts, attendances, noteTakers, agendas, actions, decisions, polls, turns, roster } = understanding
  const { title = name, date = null, time, timeZone, location, group, tags } = facts
  const placed = (thing: Referred): Place =>
    placeOf(document, thing.carrier, thing.kind === 'poll' ? thing.question : thing.text)
  const ids = idsOf([...actions, ...decisions, ...polls], placed)
  const referred = (thing: Referred): { id: string; line: number } => ({
    id: ids.get(thing)!,
    line: lineOf(placed(thing)),
  })
  return {
    id,
    title,
    date,
    ...given({ time, timeZone, location, group }),
    tags,
    noteTakers: noteTakersIn(noteTakers, roster),
    attendees: attendeesIn(attendances.flatMap(({ attendees }) => attendees)),
    agenda: agendas.flatMap(({ items }) => items.map(agendaItem)),
    actions: actions.map((action) => {
      const { owners, due, done } = action
      const said = { text: action.text.value, owners: owners.map(({ value }) => value), done }
      return { ...referred(action), ...said, ...given({ due: due?.value }) }
    }),
    decisions: decisions.map((decision) => ({ ...referred(decision), text: decision.text.value })),
    polls: polls.map((poll) => ({
      ...referred(poll),
      question: poll.question.value,
      options: poll.options.map(({ label, count }) => ({ label, count: count.value })),
      ...given({ abstain: poll.abstain?.value, outcome: poll.outcome?.value }),
    })),
    speakers: speakersIn(turns),
  }
}

function agendaItem({ text, minutes, presenter, items }: AgendaItem): AgendaItemData {
  return {
    text,
    ...given({ minutes: minutes?.value, presenter: presenter?.value }),
    items: items.map(agendaItem),
  }
}
