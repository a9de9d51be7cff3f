import type { Awareness } from 'y-protocols/awareness'

import type { Observable } from '../connection/observable.ts'
import { readUser, type User } from './person.ts'

/** Somebody who has this meeting open. */
export interface Person extends User {
  readonly isMe: boolean
}

/** Who is here: me first, then by name; somebody with two tabs is one person. */
export function peopleOf(awareness: Awareness): Observable<readonly Person[]> {
  let people = readPeople(awareness)
  return {
    get: () => people,
    subscribe: (listener) => {
      const onChange = (): void => {
        const now = readPeople(awareness)
        // Every move of a caret is a change of awareness; the list is new only when somebody in it is.
        if (JSON.stringify(now) === JSON.stringify(people)) return
        people = now
        listener()
      }
      awareness.on('change', onChange)
      onChange()
      return () => awareness.off('change', onChange)
    },
  }
}

function readPeople(awareness: Awareness): Person[] {
  const people = new Map<string, Person>()
  for (const [clientId, state] of awareness.getStates()) {
    const user = readUser(state['user'], clientId)
    if (user === undefined) continue
    const isMe = clientId === awareness.clientID
    if (isMe || !people.has(user.id)) people.set(user.id, { ...user, isMe })
  }
  return [...people.values()].sort((a, b) => Number(b.isMe) - Number(a.isMe) || a.name.localeCompare(b.name))
}
