import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { Invitations } from '../auth/invitations.ts'
import { People } from '../auth/people.ts'
import { Tokens } from '../auth/tokens.ts'
import { Turns } from '../auth/turns.ts'
import { openLevelStore } from '../store/level.ts'
import { storeIn, unfinishedRestore } from '../store/place.ts'
import { StoreError } from '../store/store.ts'
import { carryOut } from './carry-out.ts'
import { askForWish } from './socket.ts'
import type { Outcome, Wish } from './wish.ts'

/**
 * Asks the server that holds the data, or does it itself where none does. Throws `StoreError` or `BackupError` with a sentence
 * where neither can be.
 */
export async function order(data: string, wish: Wish): Promise<Outcome> {
  return (await askForWish(data, wish)) ?? whileStopped(data, wish)
}

async function whileStopped(data: string, wish: Wish): Promise<Outcome> {
  const unfinished = await unfinishedRestore(data)
  if (unfinished !== undefined) return { problem: unfinished }
  const hasData = await stat(join(storeIn(data), 'CURRENT')).then(
    () => true,
    () => false,
  )
  if (!hasData) throw new StoreError('unreadable', `There is no data of Plenary in ${data}.`)
  const store = await openLevelStore(storeIn(data), data)
  try {
    const { register } = store
    const people = new People(register)
    // Nobody is connected to a server that does not run.
    const changed = async (): Promise<void> => {}
    const options = { register, people, changed, turns: new Turns() }
    return await carryOut(wish, { store, invitations: new Invitations(options), tokens: new Tokens(options) })
  } finally {
    await store.close()
  }
}
