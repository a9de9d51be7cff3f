import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { Cpu, diskBytes, memory } from './proc.mjs'
import { makeRoom, SERVERS } from './servers.mjs'

/** One of the servers, as a process of its own on one core of its own, with a folder that is gone afterwards. */
export class Running {
  #child = /** @type {import('node:child_process').ChildProcess | undefined} */ (undefined)
  #cpu = new Cpu(0)
  #folder = ''
  #port = 0

  /** @param {import('./servers.mjs').ServerName} name */
  constructor(name) {
    this.name = name
    this.framing = SERVERS[name].framing
    this.keeps = SERVERS[name].keeps
  }

  /** Starts it on what it left behind, if anything; resolves with the ms until it could be connected to. */
  async start() {
    if (this.#folder === '') this.#folder = await mkdtemp(join(tmpdir(), 'plenary-bench-'))
    this.#port = await freePort()
    const { script, environment } = SERVERS[this.name]
    const began = performance.now()
    const profile = process.env['BENCH_PROFILE']
    const flags =
      process.env['BENCH_FLAGS']?.split(' ') ??
      (profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])
    const child = spawn('taskset', ['-c', '0', process.execPath, ...flags, script], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        PORT: String(this.#port),
        ...environment(this.#folder),
      },
      stdio: ['ignore', process.env['BENCH_FLAGS'] ? 2 : 'ignore', 'inherit'],
    })
    this.#child = child
    // taskset becomes the program that it starts.
    this.#cpu = new Cpu(child.pid ?? 0)
    while (!(await accepts(this.#port))) {
      if (child.exitCode !== null) throw new Error(`${this.name} ended with code ${child.exitCode}`)
      await sleep(2)
    }
    return performance.now() - began
  }

  async stop() {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    // Not all of them listen to a polite signal.
    child.kill(process.env['BENCH_PROFILE'] !== undefined && this.name !== 'plenary' ? 'SIGINT' : 'SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
    await ended
    clearTimeout(late)
  }

  /** What it left behind is gone; if it is started again, it finds an empty folder. */
  async end() {
    await this.stop()
    if (this.#folder !== '') await rm(this.#folder, { recursive: true, force: true })
    this.#folder = ''
  }

  /** @param {string} room */
  makeRoom(room) {
    return makeRoom(this.name, this.#port, room)
  }

  get cpu() {
    return this.#cpu.seconds
  }

  get memory() {
    return memory(this.#pid)
  }

  get disk() {
    return diskBytes(this.#folder)
  }

  /** The port changes with each start; an address that was made before is the same room at the new one. */
  addressAfterRestart(/** @type {string} */ address) {
    const url = new URL(address)
    url.port = String(this.#port)
    return url.href
  }

  get #pid() {
    // taskset becomes the program that it starts.
    if (this.#child?.pid === undefined) throw new Error(`${this.name} is not running`)
    return this.#child.pid
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

/** @param {number} port */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
