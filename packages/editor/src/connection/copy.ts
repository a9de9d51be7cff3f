import { uuidv4 } from 'lib0/random'
import * as Y from 'yjs'

import { putAside } from './aside.ts'
import { committed, openDatabase, resultOf } from './database.ts'

const UPDATES = 'updates'
const UNSAVED = 'unsaved'
/** Updates are written together, so long (ms) after the first: not between a key and its letter on the screen. */
const GATHER = 30
/** After so many records they are merged into one. */
const TRIM_AT = 300

/** What an earlier page left in this browser. */
export interface Left {
  readonly updates: readonly Uint8Array[]
  /** How many of those changes no server had acknowledged. */
  readonly unsaved: number
}

/**
 * The copy of one meeting in this browser: a log of updates in IndexedDB, one database per meeting and epoch, so that a
 * meeting restored from a backup never meets an old copy. Several tabs may share it: each appends what it sees, doubles
 * do no harm in Yjs, and trimming is one transaction.
 */
export class LocalCopy {
  private readonly name: string
  private readonly whole: () => Uint8Array
  private readonly onChange: () => void
  /** Each tab counts for itself; the next page to open adds up what it finds. */
  private readonly tab = uuidv4()
  private inherited: readonly IDBValidKey[] = []
  private opening: Promise<Left> | undefined
  private database: IDBDatabase | undefined
  private queue: Uint8Array[] = []
  private unsaved: number | undefined
  private records = 0
  private due: ReturnType<typeof setTimeout> | undefined
  private writing: Promise<void> | undefined
  private gap = false

  /** `whole` gives the whole document, for when a write has failed; `onChange` is called when `isKept` or `isSettled` does. */
  constructor(name: string, whole: () => Uint8Array, onChange: () => void) {
    this.name = name
    this.whole = whole
    this.onChange = onChange
  }

  /** Whether local changes really end up in this browser. */
  get isKept(): boolean {
    return this.database !== undefined && !this.gap
  }

  /** Whether all of them have. */
  get isSettled(): boolean {
    return this.isKept && this.queue.length === 0 && this.writing === undefined
  }

  /** Opens the database and reads it. Rejects where the browser gives none (a private window, a policy, a broken profile). */
  open(): Promise<Left> {
    this.opening ??= this.read()
    return this.opening
  }

  private async read(): Promise<Left> {
    const database = await openDatabase(this.name, createStores)
    const transaction = database.transaction([UPDATES, UNSAVED], 'readonly')
    const counts = transaction.objectStore(UNSAVED)
    const [updates, keys, unsaved] = await Promise.all([
      resultOf(transaction.objectStore(UPDATES).getAll() as IDBRequest<Uint8Array[]>),
      resultOf(counts.getAllKeys()),
      resultOf(counts.getAll() as IDBRequest<number[]>),
    ])
    this.inherited = keys
    this.records = updates.length
    this.database = database
    database.addEventListener('versionchange', () => this.lose())
    database.addEventListener('close', () => this.lose())
    this.write()
    this.onChange()
    return { updates, unsaved: sum(unsaved) }
  }

  /** Keeps an update, in a moment or as soon as the database is open; `unsaved` changes of this tab are not acknowledged yet. */
  append(update: Uint8Array, unsaved?: number): void {
    this.queue.push(update)
    this.unsaved = unsaved ?? this.unsaved
    this.writeSoon()
  }

  /** The server has acknowledged everything, also what was found on opening. The updates stay. */
  forget(): void {
    this.unsaved = 0
    this.writeSoon()
  }

  /** Writes now what is still to be written. */
  write(): void {
    clearTimeout(this.due)
    this.due = undefined
    if (this.database === undefined || this.writing !== undefined) return
    if (this.queue.length === 0 && this.unsaved === undefined) return
    this.writing = this.commitOrRemember(this.database)
  }

  /**
   * Moves everything under another name, where the next page does not find it: the server refused something in it, and would
   * refuse it again after each reload. Nothing is kept here from then on. `isUnsaved`: whether anything in it is nowhere else.
   * Never rejects.
   */
  async setAside(isUnsaved: boolean): Promise<void> {
    await this.opening?.catch(() => undefined)
    this.write()
    while (this.writing !== undefined) await this.writing
    const { database } = this
    if (database === undefined) return
    this.database = undefined
    try {
      if (isUnsaved) await putAside(this.name, this.whole())
      const clearing = database.transaction([UPDATES, UNSAVED], 'readwrite')
      clearing.objectStore(UPDATES).clear()
      clearing.objectStore(UNSAVED).clear()
      await committed(clearing)
    } catch {
      // There is no room for a second copy; then the first stays where it is, and the person has been told to copy the text.
    }
    database.close()
    this.onChange()
  }

  /** Writes what is still to be written, then lets go of the database. */
  async close(): Promise<void> {
    await this.opening?.catch(() => undefined)
    this.write()
    while (this.writing !== undefined) await this.writing
    this.database?.close()
    this.database = undefined
  }

  private lose(): void {
    this.database?.close()
    this.database = undefined
    this.onChange()
  }

  private writeSoon(): void {
    this.due ??= setTimeout(() => this.write(), GATHER)
  }

  private async commitOrRemember(database: IDBDatabase): Promise<void> {
    const { unsaved } = this
    try {
      await this.commit(database)
      this.gap = false
    } catch {
      // A full disk, or a database that was closed. The log has a gap now, so the next write brings the whole document.
      this.gap = true
      this.unsaved ??= unsaved
    }
    this.writing = undefined
    this.onChange()
    if (!this.gap) this.write()
  }

  private async commit(database: IDBDatabase): Promise<void> {
    const updates = this.gap ? [this.whole()] : this.queue
    const { unsaved } = this
    this.queue = []
    this.unsaved = undefined
    const transaction = database.transaction([UPDATES, UNSAVED], 'readwrite')
    const counts = transaction.objectStore(UNSAVED)
    if (updates.length > 0) transaction.objectStore(UPDATES).add(Y.mergeUpdates(updates))
    if (unsaved === 0) for (const key of [this.tab, ...this.inherited]) counts.delete(key)
    else if (unsaved !== undefined) counts.put(unsaved, this.tab)
    await committed(transaction)
    if (unsaved === 0) this.inherited = []
    this.records += Math.min(updates.length, 1)
    if (this.records >= TRIM_AT) await this.trim(database)
  }

  private async trim(database: IDBDatabase): Promise<void> {
    const transaction = database.transaction(UPDATES, 'readwrite')
    const store = transaction.objectStore(UPDATES)
    const updates = await resultOf(store.getAll() as IDBRequest<Uint8Array[]>)
    store.clear()
    store.add(Y.mergeUpdates(updates))
    await committed(transaction)
    this.records = 1
  }
}

/** How many changes in the copy of this name no server has acknowledged. */
export async function unsavedIn(name: string): Promise<number> {
  const database = await openDatabase(name, createStores)
  const transaction = database.transaction(UNSAVED, 'readonly')
  const ended = committed(transaction)
  const unsaved = await resultOf(transaction.objectStore(UNSAVED).getAll() as IDBRequest<number[]>)
  await ended
  database.close()
  return sum(unsaved)
}

function createStores(fresh: IDBDatabase): void {
  fresh.createObjectStore(UPDATES, { autoIncrement: true })
  fresh.createObjectStore(UNSAVED)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

/** The name of a meeting's database; another epoch has another one, and so sets the old copy aside. */
export function copyName(meeting: { readonly id: string; readonly epoch: string }): string {
  return `plenary/${meeting.id}/${meeting.epoch}`
}
