import { CLOSE } from '@plenary/shared/protocol'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { readAside } from './aside.ts'
import { copyName, LocalCopy, unsavedIn } from './copy.ts'
import { openDatabase, resultOf } from './database.ts'
import { openSession } from './open-session.ts'
import type { Session } from './session.ts'
import { MEETING, ServerDouble, textOf, until, write } from './testing.ts'

let server: ServerDouble
const sessions: Session[] = []

beforeEach(() => {
  server = new ServerDouble()
  vi.stubGlobal('indexedDB', new IDBFactory())
})

afterEach(() => {
  for (const session of sessions.splice(0)) session.close()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function open(epoch = MEETING.epoch): Session {
  const session = openSession({ ...MEETING, epoch }, { connect: server.connect })
  sessions.push(session)
  return session
}

/** Everything that a session has written is in the database. */
async function kept(session: Session, state = 'offline'): Promise<void> {
  await vi.waitFor(async () => {
    expect(session.saving.get()).toMatchObject({ kept: true, state })
    expect(await unsavedOf()).not.toEqual([])
    if (state !== 'offline') return
    const event = new Event('beforeunload', { cancelable: true })
    expect(window.dispatchEvent(event)).toBe(true)
  })
}

test('what was written offline survives a reload, with its count, and arrives once when the server is back', async () => {
  const first = open()
  await until(first.saving, ({ state }) => state === 'saved')
  server.reachable = false
  server.last.hangUp(1006)
  write(first.doc, ' one')
  write(first.doc, ' two')
  expect(first.saving.get()).toMatchObject({ state: 'offline', changes: 2 })
  await kept(first)
  first.close()

  const second = open()
  await second.ready
  expect(textOf(second.doc)).toBe('Welcome one two')
  await until(second.saving, ({ state }) => state === 'offline')
  expect(second.saving.get()).toEqual({ state: 'offline', changes: 2, kept: true })
  server.reachable = true
  window.dispatchEvent(new Event('online'))
  await until(second.saving, ({ state }) => state === 'saved')
  expect(server.text).toBe('Welcome one two')
  await vi.waitFor(async () => expect(await unsavedOf()).toEqual([]))
})

/** The counts that the browser remembers for this meeting. */
async function unsavedOf(): Promise<unknown[]> {
  const database = await openDatabase(copyName(MEETING), () => undefined)
  const counts = await resultOf(
    database.transaction('unsaved').objectStore('unsaved').getAll() as IDBRequest<unknown[]>,
  )
  database.close()
  return counts
}

function copyOf(name: string, doc = new Y.Doc()): LocalCopy {
  return new LocalCopy(
    name,
    () => Y.encodeStateAsUpdate(doc),
    () => undefined,
  )
}

/** A document, and the open copy that keeps what is written into it. */
async function keptDoc(name: string): Promise<{ readonly doc: Y.Doc; readonly copy: LocalCopy }> {
  const doc = new Y.Doc()
  const copy = copyOf(name, doc)
  await copy.open()
  doc.on('update', (update: Uint8Array) => copy.append(update))
  return { doc, copy }
}

/** What the copy of this name holds, as a document and in records. */
async function stored(name: string): Promise<{ readonly doc: Y.Doc; readonly updates: readonly Uint8Array[] }> {
  const copy = copyOf(name)
  const { updates } = await copy.open()
  await copy.close()
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return { doc, updates }
}

async function storedText(name = copyName(MEETING)): Promise<string> {
  return textOf((await stored(name)).doc)
}

test('the document can be shown from this browser while no server answers', async () => {
  const first = open()
  await until(first.saving, ({ state }) => state === 'saved')
  write(first.doc, '!')
  await until(first.saving, ({ state }) => state === 'saved')
  await vi.waitFor(async () => expect(await storedText()).toBe('Welcome!'))
  first.close()
  server.hears = false
  const second = open()
  await second.ready
  expect(textOf(second.doc)).toBe('Welcome!')
  expect(second.saving.get()).toEqual({ state: 'loading' })
})

test('a copy of another epoch is set aside, not merged', async () => {
  const first = open()
  await until(first.saving, ({ state }) => state === 'saved')
  server.last.hangUp(4409)
  write(first.doc, ' of the old days')
  await vi.waitFor(() =>
    expect(first.saving.get()).toMatchObject({ state: 'stopped', reason: 'other-epoch', kept: true }),
  )
  first.close()
  server = new ServerDouble('Restored')
  const second = open('e2')
  await until(second.saving, ({ state }) => state === 'saved')
  expect(textOf(second.doc)).toBe('Restored')
  expect(server.text).toBe('Restored')
  expect(copyName({ ...MEETING, epoch: 'e1' })).not.toBe(copyName({ ...MEETING, epoch: 'e2' }))
})

test('what the server refused is set aside, so that a reload begins anew', async () => {
  const first = open()
  await until(first.saving, ({ state }) => state === 'saved')
  server.hears = false
  write(first.doc, ' refused')
  await kept(first, 'saving')
  server.last.hangUp(CLOSE.refused)
  expect(first.saving.get()).toMatchObject({ state: 'stopped', reason: 'refused', changes: 1 })
  await until(first.saving, (saving) => 'kept' in saving && !saving.kept)
  expect(textOf(first.doc)).toBe('Welcome refused')
  first.close()
  server.hears = true
  const second = open()
  await until(second.saving, ({ state }) => state === 'saved')
  expect(textOf(second.doc)).toBe('Welcome')
  const aside = new Y.Doc()
  for (const update of await readAside(copyName(MEETING))) Y.applyUpdate(aside, update)
  expect(textOf(aside)).toBe('Welcome refused')
})

test('nothing is set aside of somebody who had nothing unsaved, and nothing is kept of what they may no longer see', async () => {
  const first = open()
  await until(first.saving, ({ state }) => state === 'saved')
  write(first.doc, ' saved')
  await until(first.saving, ({ state }) => state === 'saved')
  server.last.hangUp(CLOSE['not-allowed'])
  await until(first.saving, (saving) => 'kept' in saving && !saving.kept)
  first.close()
  expect(await readAside(copyName(MEETING))).toEqual([])
  expect(await storedText(copyName(MEETING))).toBe('')
})

test('two tabs of one browser share the copy', async () => {
  const [one, two] = [open(), open()]
  await Promise.all([one, two].map(({ saving }) => until(saving, ({ state }) => state === 'saved')))
  server.reachable = false
  for (const connection of server.connections) connection.hangUp(1006)
  write(one.doc, ' one')
  write(two.doc, ' two')
  await Promise.all([kept(one), kept(two)])
  one.close()
  two.close()
  const third = open()
  await third.ready
  await until(third.saving, ({ state }) => state === 'offline')
  expect(third.saving.get()).toMatchObject({ changes: 2 })
  expect(textOf(third.doc).split(' ').sort()).toEqual(['Welcome', 'one', 'two'])
})

test('where the browser keeps nothing, the page works and does not claim that it does', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('not here', 'SecurityError')
    },
  })
  const session = open()
  await until(session.saving, ({ state }) => state === 'saved')
  server.last.hangUp(1006)
  write(session.doc, '!')
  expect(session.saving.get()).toEqual({ state: 'offline', changes: 1, kept: false })
})

test('after a write that failed nothing is claimed, and the next one brings the whole document', async () => {
  const { doc, copy } = await keptDoc('a')
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  doc.getText('t').insert(0, 'lost? ')
  await vi.waitFor(() => expect(copy.isKept).toBe(false))
  full.mockRestore()
  doc.getText('t').insert(6, 'no')
  await vi.waitFor(() => expect(copy.isSettled).toBe(true))
  await copy.close()
  expect((await stored('a')).doc.getText('t').toJSON()).toBe('lost? no')
})

test('how much of a failed write was unsaved is kept with the next one', async () => {
  const doc = new Y.Doc()
  const copy = copyOf('a', doc)
  await copy.open()
  doc.getText('t').insert(0, 'mine')
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  copy.append(Y.encodeStateAsUpdate(doc), 1)
  await vi.waitFor(() => expect(copy.isKept).toBe(false))
  full.mockRestore()
  // As others write, whose changes are saved.
  copy.append(Y.encodeStateAsUpdate(doc))
  await vi.waitFor(() => expect(copy.isSettled).toBe(true))
  await copy.close()
  expect(await unsavedIn('a')).toBe(1)
})

test('a long log is merged into one record', async () => {
  const { doc, copy } = await keptDoc('a')
  for (let round = 0; round < 320; round++) {
    doc.getText('t').insert(round, 'x')
    copy.write()
    await vi.waitFor(() => expect(copy.isSettled).toBe(true), { interval: 1 })
  }
  await copy.close()
  const again = await stored('a')
  expect(again.updates.length).toBeLessThan(50)
  expect(again.doc.getText('t').toJSON()).toBe('x'.repeat(320))
})
