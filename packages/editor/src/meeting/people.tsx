import type { Introduction } from '../identity/introduction.ts'
import { OwnName } from '../identity/own-name.tsx'
import type { OwnPerson, Person } from '../presence/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Popover } from '../ui/popover.tsx'

/** So many are drawn; the rest is a number. */
const DRAWN = 3

interface PeopleProps {
  readonly people: readonly Person[]
  readonly me: OwnPerson
  readonly introduction: Introduction
}

/** Who has this meeting open: their initials, and behind them the list with one's own name to change. */
export function People({ people, me, introduction }: PeopleProps) {
  const count = people.length === 1 ? '1 person here' : `${people.length} people here`
  return (
    <Popover
      label={count}
      className="people-button"
      face={
        <>
          {people.slice(0, DRAWN).map((person) => (
            <Avatar key={person.id} name={person.name} color={person.color} />
          ))}
          {people.length > DRAWN && <span className="people-more">+{people.length - DRAWN}</span>}
        </>
      }
    >
      <h2 className="people-heading">{count}</h2>
      <ul className="people-list">
        {people.map((person) => (
          <li key={person.id}>
            <Avatar name={person.name} color={person.color} />
            <span>{nameOf(person)}</span>
          </li>
        ))}
      </ul>
      <OwnName me={me} introduction={introduction} />
    </Popover>
  )
}

/** `Ann (you, guest)` */
function nameOf({ name, isMe, guest }: Person): string {
  const remarks = [...(isMe ? ['you'] : []), ...(guest === true ? ['guest'] : [])]
  return remarks.length === 0 ? name : `${name} (${remarks.join(', ')})`
}
