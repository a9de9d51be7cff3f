import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { PEER } from './peer.mjs'

/**
 * Hocuspocus, TipTap's own server, in a process of its own.
 *
 * @returns {Promise<import('./peer.mjs').PeerServer>}
 */
export async function startHocuspocus() {
  const child = fork(join(PEER, 'hocuspocus.mjs'), {
    env: { ...process.env, NODE_ENV: 'production' },
    serialization: 'advanced',
  })
  const ended = once(child, 'exit')
  const failed = ended.then(([code]) => {
    throw new Error(`Hocuspocus ended with code ${code}`)
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
      return { product: 'hocuspocus', address: home.replace(/^http/, 'ws'), name }
    },
    close: async () => {
      // A signal to the whole group may have ended it already.
      if (child.connected) child.disconnect()
      await ended
    },
  }
}
