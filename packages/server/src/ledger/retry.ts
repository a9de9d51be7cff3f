import { createHash } from 'node:crypto'

import type { Entry } from '@plenary/shared/ledger'
import type { PersonId } from '@plenary/shared/meeting'

/**
 * What tells a command from every other one, so that it is carried out once. The id alone would not do: somebody else could use it,
 * to take away the command that it belongs to.
 */
export function retryKey(person: PersonId, command: string): string {
  return createHash('sha256').update(`${person} ${command}`).digest('hex')
}

/** Of the command that brought an entry about; the server gives its own a name that nobody else can use. */
export function retryKeyOf({ actor, command }: Entry): string {
  return actor.id === null ? command : retryKey(actor.id, command)
}
