import { Ledger, type Surroundings } from '../ledger/ledger.ts'
import type { StoredBook } from '../ledger/stored-book.ts'
import type { Store } from '../store/store.ts'
import { Log } from './log.ts'
import type { Meter } from './meter.ts'
import { Owners } from './owners.ts'
import { Replica } from './replica.ts'
import { Room } from './room.ts'
import type { Tidied } from './tidy.ts'

/** What every room needs of the server around it. */
export interface RoomSurroundings {
  readonly store: Store
  readonly report: (problem: string, error: unknown) => void
  readonly meter: Meter
  /** The log of a room is compacted when it has grown by so many records or bytes. */
  readonly compactAfter: { readonly records: number; readonly bytes: number }
  /** The same minutes, as small as Yjs can write them; slow, so better not on this thread. */
  readonly tidy: (state: Uint8Array) => Promise<Tidied>
  /** Runs a task some milliseconds later; what arrives until then is told in one piece. */
  readonly defer: (task: () => void, milliseconds: number) => void
  /** What the ledgers of meetings need of the server. */
  readonly ledgers: Surroundings
  /** Waits before the disk is tried again. */
  readonly pause: (milliseconds: number) => Promise<void>
}

export interface OpeningOptions extends RoomSurroundings {
  /** Its ledger, as it is on disk. */
  readonly book: () => Promise<StoredBook>
  /** Called when the minutes have changed. */
  readonly changed: () => void
  /** Called after a bug, when the room is not to be trusted any more. */
  readonly broken: (error: unknown) => void
}

/** Reads a meeting from disk. Records that cannot be read are set aside; rejects where the rest cannot be read either. */
export async function openRoom(id: string, options: OpeningOptions): Promise<Room> {
  const { store, meter, report, ledgers, defer, pause, changed, broken } = options
  const stored = await store.load(id)
  if (stored === undefined) throw new Error(`there is no meeting ${id}`)
  const { replica, unreadable } = Replica.load(stored)
  if (unreadable.length > 0) {
    meter.setAside(unreadable.length)
    report(`set aside ${unreadable.length} records of ${id} that cannot be read`, undefined)
    await store.quarantine(id, unreadable)
  }
  const here = { ...options, id, report: (problem: string, error: unknown) => report(`${id}: ${problem}`, error) }
  const { clock, isOpen, chairs, inscribe, past } = ledgers
  // By name: of what is spread V8 makes a new shape for each room.
  const surroundings = { clock, isOpen, chairs, inscribe, past, id, store, meter, report: here.report }
  const ledger = new Ledger(surroundings, await options.book())
  const owners = new Owners(await store.owners(id))
  const records = stored.tail.filter(({ sequence }) => !unreadable.includes(sequence))
  const tail = {
    sequence: stored.tail.at(-1)?.sequence ?? stored.through,
    records: records.length,
    bytes: records.reduce((sum, { update }) => sum + update.length, 0),
  }
  const log = new Log({ ...here, replica, tail })
  // No more than it needs: it keeps this for as long as it is open.
  const room = new Room({ id, store, log, ledger, owners, defer, pause, changed, broken, report: here.report, meter })
  ledger.begin(room)
  return room
}
