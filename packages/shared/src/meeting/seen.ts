import type { Person } from './person.ts'

/** What everybody in a meeting is told of somebody whom the server knows. */
export type Seen = Pick<Person, 'id' | 'name'> & {
  readonly color?: string
  /** Whether the server knows no more of them than the name that they said. */
  readonly guest?: true
}

/** A page says this of its own person, and the server sees to it: what is so already it passes on as it came. */
export function seenAs({ id, kind, name }: Pick<Person, 'id' | 'kind' | 'name'>, color?: string): Seen {
  return { id, name, ...(color !== undefined && { color }), ...(kind === 'guest' && { guest: true }) }
}
