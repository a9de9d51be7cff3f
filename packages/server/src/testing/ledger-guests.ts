import type { Command, Entry } from '@plenary/shared/ledger'

import type { Kept, Store } from '../store/store.ts'
import { type House, RECORD } from './house.ts'
import { member } from './people.ts'
import type { Person } from './person.ts'

/** People of a meeting, of whom Cem is its chair. */
export const CEM = { member: member('Cem', 'chair') }
export const ANN = { member: member('Ann') }
export const BOB = { member: member('Bob') }

export const CHECK_IN: Command = { do: 'check-in', as: 'present' }

/** Somebody who has caught up with the ledger. */
export async function come(house: House, options: typeof ANN): Promise<Person> {
  const person = house.enter(options)
  await house.settle()
  person.catchUp()
  await house.settle()
  return person
}

/** The same person on a new connection, with what they have. */
export async function comeBack(house: House, person: Person, options: typeof ANN): Promise<void> {
  const after = person.entries.length
  await house.connect(person, options)
  person.catchUp(after)
  await house.settle()
}

export function types(entries: readonly Entry[]): string[] {
  return entries.map(({ event }) => event.type)
}

/** The ledger as it is on disk. */
export async function keptIn({ store }: { readonly store: Store }): Promise<readonly Kept[]> {
  return (await store.ledger(RECORD.id))?.kept ?? []
}
