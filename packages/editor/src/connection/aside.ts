import { committed, openDatabase, resultOf } from './database.ts'

const UPDATES = 'updates'

/** Keeps the whole of a document that a server did not take, beside the copy of this name, where no page goes on from it. */
export async function putAside(name: string, whole: Uint8Array): Promise<void> {
  const aside = await openAside(name)
  const storing = aside.transaction(UPDATES, 'readwrite')
  storing.objectStore(UPDATES).add(whole)
  await committed(storing)
  aside.close()
}

/** Everything that was put aside; empty where nothing was, or this browser does not say. Never rejects. */
export async function readAside(name: string): Promise<readonly Uint8Array[]> {
  try {
    if (!(await isThere(nameOf(name)))) return []
    const aside = await openAside(name)
    const found = await resultOf(
      aside.transaction(UPDATES, 'readonly').objectStore(UPDATES).getAll() as IDBRequest<Uint8Array[]>,
    )
    aside.close()
    return found
  } catch {
    return []
  }
}

/** The person has what they want of it. */
export function discardAside(name: string): void {
  indexedDB.deleteDatabase(nameOf(name))
}

function openAside(name: string): Promise<IDBDatabase> {
  return openDatabase(nameOf(name), (fresh) => void fresh.createObjectStore(UPDATES, { autoIncrement: true }))
}

/** To open a database is to make it, which nobody should who only looks; but not every browser lists them. */
async function isThere(database: string): Promise<boolean> {
  const all = (await indexedDB.databases?.()) ?? [{ name: database }]
  return all.some(({ name }) => name === database)
}

function nameOf(name: string): string {
  return `${name}/refused`
}
