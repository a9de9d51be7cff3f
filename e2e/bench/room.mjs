import * as Y from 'yjs'

import { join } from './load/connection.mjs'
import { plenaryWire } from './load/wire/plenary.mjs'
import { writeNote } from './note.mjs'
import { openPeer } from './peer.mjs'

/**
 * A new meeting each time, with the same note: on our server for our page, on that of its provider for TipTap's.
 *
 * @param {Pick<import('./run.mjs').Bench, 'server' | 'peers'>} bench
 * @param {import('./run.mjs').PageName} page
 * @returns {Promise<import('./note-page.mjs').Room>}
 */
export async function makeRoom({ server, peers }, page) {
  const meeting = await server.addMeeting(writeNote())
  if (page === 'plenary') {
    return {
      entrance: { product: page, address: meeting.sync, name: meeting.id },
      open: (tab) => openPlenary(tab, meeting),
    }
  }
  const entrance = await peers[page].addNote(await readState(meeting))
  return { entrance, open: (tab) => openPeer(tab, peers[page], page, entrance.name) }
}

/**
 * What our server made of the note, so that both pages show the very same document.
 *
 * @param {import('./server.mjs').Meeting} meeting
 */
async function readState({ sync }) {
  const doc = new Y.Doc()
  const { close } = await join(sync, plenaryWire, doc)
  close()
  return Y.encodeStateAsUpdate(doc)
}

/**
 * Our page, with a name given, as TipTap's has one.
 *
 * @param {import('@playwright/test').Page} tab
 * @param {import('./server.mjs').Meeting} meeting
 */
async function openPlenary(tab, meeting) {
  await tab.goto(meeting.page)
  await tab.getByLabel('Your name').fill('Reader')
  await tab.getByRole('button', { name: 'Save' }).click()
}
