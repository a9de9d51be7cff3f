import { stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where in a data folder the meetings are. */
export function storeIn(data: string): string {
  return join(data, 'meetings')
}

/** Where they are while they are being restored. */
export function restoringIn(data: string): string {
  return join(data, 'meetings.restoring')
}

/** A sentence about a restore that is under way, or was cut short; undefined where there is none. */
export async function unfinishedRestore(data: string): Promise<string | undefined> {
  return stat(restoringIn(data)).then(
    () => `A restore into ${data} is under way, or was cut short: then remove ${restoringIn(data)} and restore again.`,
    () => undefined,
  )
}
