import { type Database, put } from './database.ts'
import { FORMAT_KEY } from './keys.ts'
import { type Migration, MIGRATIONS } from './migrations.ts'
import { StoreError } from './store.ts'

/** The version of the layout that `keys.ts` describes. */
export const FORMAT = MIGRATIONS.length + 1

/**
 * Brings what is stored to this format, one format after the other; each step is one synced batch, so that a crash leaves the
 * format before or the one after. Throws `StoreError` with a sentence, and writes nothing, where the data is newer.
 */
export async function bringToFormat(name: string, db: Database): Promise<void> {
  const stored = await db.get(FORMAT_KEY)
  if (stored === undefined) return begin(name, db)
  const text = new TextDecoder().decode(stored)
  const format = Number(text)
  if (format > FORMAT) {
    throw new StoreError(
      'newer-format',
      `The data in ${name} was written by a newer Plenary (format ${format}, this one knows ${FORMAT}); start that version.`,
    )
  }
  if (!Number.isInteger(format) || format < 1) {
    throw new StoreError('unreadable', `The data in ${name} has the format “${text}”, which no Plenary writes.`)
  }
  for (const [index, migration] of MIGRATIONS.slice(format - 1).entries()) {
    await migrate(name, db, migration, format + index + 1)
  }
}

async function begin(name: string, db: Database): Promise<void> {
  const isEmpty = (await db.keys({ limit: 1 }).all()).length === 0
  if (isEmpty) return db.batch([formatIs(FORMAT)], { sync: true })
  throw new StoreError('unreadable', `The data in ${name} names no format: it is damaged, or not of Plenary.`)
}

async function migrate(name: string, db: Database, migration: Migration, to: number): Promise<void> {
  try {
    await db.batch([...(await migration(db)), formatIs(to)], { sync: true })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StoreError('unreadable', `The data in ${name} could not be brought to format ${to}: ${reason}.`, {
      cause,
    })
  }
}

function formatIs(format: number): ReturnType<typeof put> {
  return put(FORMAT_KEY, new TextEncoder().encode(String(format)))
}
