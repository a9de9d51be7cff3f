import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { SCHEMA_VERSION } from '@plenary/shared/document'
import { PROTOCOL_VERSION } from '@plenary/shared/protocol'

import { SERVER } from '../../../scripts/build.mjs'
import { Cpu } from '../bench/proc.mjs'
import { Inspector } from './inspector.mjs'

/**
 * The built server as a process of its own, on a folder of its own, which keeps its address over any number of ends and
 * starts. Node's inspector is on, so that its heap can be asked for.
 */
export class SoakedServer {
  #child = /** @type {import('node:child_process').ChildProcess | undefined} */ (undefined)
  #inspector = /** @type {Inspector | undefined} */ (undefined)
  #cpu = new Cpu(0)
  #folder = ''
  #port = '0'
  /** What it said on its error output: warnings and errors, of which there should be none. */
  complaints = ''

  get address() {
    return `http://127.0.0.1:${this.#port}`
  }

  async start() {
    if (this.#folder === '') this.#folder = await mkdtemp(join(tmpdir(), 'plenary-soak-'))
    const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', SERVER], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: this.#port, PLENARY_DATA: this.#folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#cpu = new Cpu(child.pid ?? 0)
    const [debugging, address] = await Promise.all([
      said(child, child.stderr, /ws:\/\/\S+/),
      said(child, child.stdout, /http:\/\/\S+/),
    ])
    this.#port = new URL(address).port
    this.#inspector = await Inspector.connect(debugging)
    child.stderr.on('data', (text) => {
      if (!/^(?:Debugger|For help|Waiting for the debugger)/.test(String(text))) this.complaints += String(text)
    })
  }

  /**
   * Ends it as an operator, or as a power cut does.
   *
   * @param {NodeJS.Signals} signal
   */
  async end(signal) {
    const child = this.#child
    if (child === undefined) return
    this.#inspector?.close()
    const ended = once(child, 'exit')
    child.kill(signal)
    const [code] = await ended
    if (signal === 'SIGTERM' && code !== 0) throw new Error(`the server ended with ${code}:\n${this.complaints}`)
  }

  /** @param {NodeJS.Signals} signal */
  signal(signal) {
    this.#child?.kill(signal)
  }

  /** Bytes in use after a collection of garbage, and of the whole process. */
  async memory() {
    if (this.#inspector === undefined) throw new Error('the server is not running')
    return this.#inspector.memory()
  }

  get cpu() {
    return this.#cpu.seconds
  }

  /** @returns {Promise<import('./writer.mjs').Place>} a new meeting, as a page would open it */
  async newMeeting() {
    const response = await fetch(`${this.address}/api/meetings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ markdown: '# Soak\n\nBegin.\n' }),
    })
    if (response.status !== 201) throw new Error(`there is no meeting: ${await response.text()}`)
    const { id } = /** @type {{ id: string }} */ (await response.json())
    const meeting = await fetch(`${this.address}/api/meetings/${id}?structure=false`)
    const { epoch } = /** @type {{ epoch: string }} */ (await meeting.json())
    const query = new URLSearchParams({ protocol: String(PROTOCOL_VERSION), schema: String(SCHEMA_VERSION), epoch })
    return { id, socket: `${this.address.replace('http', 'ws')}/sync/${id}?${query.toString()}` }
  }

  /** @param {string} id */
  async minutes(id) {
    const response = await fetch(`${this.address}/api/meetings/${id}/minutes.md`)
    if (!response.ok) throw new Error(`there are no minutes: ${await response.text()}`)
    return response.text()
  }

  async remove() {
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {import('node:stream').Readable} stream
 * @param {RegExp} words
 * @returns {Promise<string>} the first match in what the stream says
 */
function said(child, stream, words) {
  return new Promise((resolve, reject) => {
    let text = ''
    const ended = () => reject(new Error(`the server ended at once:\n${text}`))
    child.once('exit', ended)
    stream.on('data', function hear(more) {
      text += String(more)
      const [found] = words.exec(text) ?? []
      if (found === undefined || !text.includes('\n', text.indexOf(found))) return
      stream.off('data', hear)
      stream.resume()
      child.off('exit', ended)
      resolve(found)
    })
  })
}
