import { createHash } from 'node:crypto'

import { type Entry, SERVER } from '@plenary/shared/ledger'
import type { PersonId } from '@plenary/shared/meeting'

/**
 * What tells a command from every other one, so that it is carried out once. The id alone would not do: somebody else could use it,
 * to take away the command that it belongs to.
 */
export function retryKey(person: PersonId, command: string): string {
  return createHash('sha256').update(`${person} ${command}`).digest('hex')
}

/** Of the command that brought an entry about. Where nobody may see whose it was, the entry itself names the key. */
export function retryKeyOf({ actor, command }: Entry): string {
  return actor.id === SERVER.id || actor.id === null ? command : retryKey(actor.id, command)
}
