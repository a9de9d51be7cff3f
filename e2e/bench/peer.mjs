import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { runLine } from '../../scripts/child.mjs'
import { manifest } from '../../scripts/root.mjs'

const FOLDER = fileURLToPath(new URL('./peer/', import.meta.url))
const BASE = '/plain-tiptap/'

/**
 * @typedef {{
 *   readonly home: string,
 *   readonly addNote: (state: Uint8Array) => Promise<string>,
 *   readonly close: () => Promise<void>,
 * }} PeerServer addNote: takes a note as an update of Yjs and gives it a name
 */

/** Installs and builds plain TipTap Collaboration, as one builds any page with Vite. */
export async function buildPeer() {
  const { code, output } = await runLine(
    `npx --yes ${manifest.packageManager} --dir ${JSON.stringify(FOLDER)} install --frozen-lockfile`,
    { output: 'kept' },
  )
  if (code !== 0) throw new Error(`TipTap could not be installed:\n${output}`)
  const { build } = await import('vite')
  await build({ root: FOLDER, base: BASE, configFile: false, logLevel: 'silent', build: { target: 'es2022' } })
}

/**
 * The server of TipTap Collaboration, in a process of its own.
 *
 * @returns {Promise<PeerServer>}
 */
export async function startPeerServer() {
  const child = fork(join(FOLDER, 'server.mjs'), {
    env: { ...process.env, NODE_ENV: 'production' },
    serialization: 'advanced',
  })
  const ended = once(child, 'exit')
  const failed = ended.then(([code]) => {
    throw new Error(`TipTap's server ended with code ${code}`)
  })
  // It ends in good order at the end; only somebody who waits for an answer minds.
  failed.catch(() => undefined)
  const hear = async () => (await Promise.race([once(child, 'message'), failed]))[0]

  const { home } = await hear()
  let count = 0
  return {
    home,
    addNote: async (state) => {
      const name = `note-${++count}`
      child.send({ name, state })
      await hear()
      return name
    },
    close: async () => {
      // A signal to the whole group may have ended it already.
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/**
 * Opens its page on a note of its server. The browser gets the files as if they were the server's, so that nothing has to
 * serve them; the websocket goes straight to it, as with our own page.
 *
 * @param {import('@playwright/test').Page} page
 * @param {PeerServer} server
 * @param {string} note
 */
export async function openPeer(page, { home }, note) {
  // A page that was put in by hand belongs to no network as far as the browser knows, so this has to be allowed.
  await page.context().grantPermissions(['local-network-access'])
  await page.route(`**${BASE}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(BASE.length)
    await route.fulfill({ path: join(FOLDER, 'dist', path === '' ? 'index.html' : path) })
  })
  await page.goto(new URL(`${BASE}?note=${note}`, home).href, { waitUntil: 'load' })
  await page.unrouteAll({ behavior: 'wait' })
}
