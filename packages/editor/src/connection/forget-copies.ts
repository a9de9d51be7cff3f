import type { MeetingId } from '@plenary/shared/meeting'

import { unsavedIn } from './copy.ts'
import { deleteDatabase } from './database.ts'

/** `plenary/<meeting>/<epoch>`; what a server refused lies beside it, under a longer name. */
const COPY = /^plenary\/([^/]+)\/[^/]+(\/refused)?$/

/**
 * Takes the minutes out of this browser, whoever uses it next; open pages go on without a copy. What is nowhere else stays: changes
 * that no server has acknowledged, or that one refused. Gives the meetings of which something stays. Never rejects.
 */
export async function forgetCopies(): Promise<ReadonlySet<MeetingId>> {
  try {
    const databases = (await indexedDB.databases?.()) ?? []
    const left = await Promise.all(databases.map(({ name = '' }) => forget(name)))
    return new Set(left.flatMap((id) => id ?? []))
  } catch {
    // A browser that keeps nothing, or does not say what: then there is nothing that could be taken away here.
    return new Set()
  }
}

async function forget(name: string): Promise<MeetingId | undefined> {
  const [, id, refused] = COPY.exec(name) ?? []
  if (id === undefined) return undefined
  if (refused !== undefined || (await unsavedIn(name)) > 0) return id
  await deleteDatabase(name)
  return undefined
}
