import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { SCHEMA_VERSION } from '@plenary/shared/document'
import { PROTOCOL_VERSION } from '@plenary/shared/protocol'

import { SERVER } from '../../scripts/build.mjs'

/**
 * @typedef {{ readonly id: string, readonly page: string, readonly sync: string }} Meeting page: the address of our page of it;
 *   sync: that of its websocket, as our pages ask for it
 * @typedef {{
 *   readonly home: string,
 *   readonly addMeeting: (markdown: string) => Promise<Meeting>,
 *   readonly close: () => Promise<void>,
 * }} Server
 */

/**
 * The built server as it runs in production, on a folder of its own that is gone afterwards.
 *
 * @returns {Promise<Server>}
 */
export async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-bench-'))
  const child = spawn(process.execPath, [SERVER], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', PLENARY_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const home = await readAddress(child.stdout)

  return {
    home,
    addMeeting: async (markdown) => {
      const response = await fetch(new URL('/api/meetings', home), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ markdown }),
      })
      if (response.status !== 201) throw new Error(`the server did not make a meeting: ${await response.text()}`)
      const { id, url } = await response.json()
      const { epoch } = await (await fetch(new URL(`/api/meetings/${id}`, home))).json()
      const sync = new URL(`/sync/${id}`, home.replace(/^http/, 'ws'))
      sync.search = String(new URLSearchParams({ protocol: `${PROTOCOL_VERSION}`, schema: `${SCHEMA_VERSION}`, epoch }))
      return { id, page: new URL(url, home).href, sync: sync.href }
    },
    close: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true })
    },
  }
}

/**
 * @param {import('node:stream').Readable} output of the server, which names its address when it is ready
 * @returns {Promise<string>}
 */
async function readAddress(output) {
  for await (const line of createInterface(output)) {
    const [address] = /http:\/\/[\d.:]+/.exec(line) ?? []
    if (address === undefined) continue
    // What it writes later must not fill the pipe.
    output.resume()
    return address
  }
  throw new Error('the server ended before it was ready')
}
