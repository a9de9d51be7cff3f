import { once } from 'node:events'

import { decode, encode } from '@plenary/shared/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'

import { paragraphUpdate } from './testing/edit.ts'
import { eventually } from './testing/eventually.ts'
import { temporaryFolder } from './testing/folder.ts'
import { ServerProcess } from './testing/process.ts'

const PEOPLE = 200
const STUCK = 20
const WRITERS = 20

test(
  '[CF5] it stops within ten seconds, with everything stored, also while people are writing and some read nothing',
  { timeout: 120_000 },
  async () => {
    const settings = { PORT: '0', PLENARY_DATA: await temporaryFolder() }
    const server = new ServerProcess(settings)
    const address = await server.ready()
    const id = await create(address)
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => Guest.join(address, id)))
    // What is pasted now is more than the network holds for those who do not read.
    for (const { socket } of people.slice(0, STUCK)) socket.pause()
    const writers = people.slice(-WRITERS)
    for (const [index, writer] of writers.entries()) writer.write(`first${index}x${'.'.repeat(300_000)}`)
    await eventually(() => writers.every(({ isSaved }) => isSaved))
    for (const [index, writer] of writers.entries()) writer.write(`last${index}x`)
    const heard = Promise.all(writers.map(({ heard }) => heard))
    const asked = performance.now()
    server.signal('SIGTERM')
    expect(await server.ended()).toMatchObject({ code: 0, error: '' })
    const took = performance.now() - asked
    process.stdout.write(`stop: ${Math.round(took)} ms with ${PEOPLE} people, ${STUCK} of whom read nothing\n`)
    expect(took).toBeLessThan(10_000)
    expect(await heard).toEqual(Array.from({ length: WRITERS }, () => 1012))

    const again = new ServerProcess(settings)
    const answer = await fetch(`${await again.ready()}/api/meetings/${id}/minutes.md`)
    const minutes = await answer.text()
    expect(answer.status).toBe(200)
    const lastSaved = writers.flatMap(({ isSaved }, index) => (isSaved ? `last${index}x` : []))
    for (const word of [...writers.map((_, index) => `first${index}x`), ...lastSaved]) {
      expect(minutes.split(word)).toHaveLength(2)
    }
  },
)

/** Somebody who counts what they sent and what of it is saved. */
class Guest {
  readonly socket: WebSocket
  /** The code with which the connection ends. */
  readonly heard: Promise<number>
  #sent = 0
  #saved = 0

  private constructor(socket: WebSocket) {
    this.socket = socket
    this.heard = once(socket, 'close').then(([code]) => Number(code))
    socket.on('message', (frame: Buffer) => {
      const message = decode(frame)
      if (typeof message === 'object' && message.kind === 'saved') this.#saved = message.frames
    })
  }

  static async join(address: string, id: string): Promise<Guest> {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/sync/${id}?protocol=1`)
    onTestFinished(() => socket.terminate())
    const guest = new Guest(socket)
    await once(socket, 'open')
    socket.send(encode({ kind: 'sync-step-1', stateVector: new Uint8Array([0]) }))
    return guest
  }

  get isSaved(): boolean {
    return this.#saved === this.#sent
  }

  write(text: string): void {
    this.#sent++
    this.socket.send(encode({ kind: 'update', update: paragraphUpdate(text) }))
  }
}

async function create(address: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${address}/api/meetings`, { method: 'POST', headers, body: '{}' })
  return ((await answer.json()) as { id: string }).id
}
