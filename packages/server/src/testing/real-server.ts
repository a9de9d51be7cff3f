import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'

import { SCHEMA_VERSION } from '@plenary/shared/document'
import type { Person, Role } from '@plenary/shared/meeting'

import { Mallory } from './mallory.ts'
import { ServerProcess } from './process.ts'
import { ADMINISTRATOR, TOKEN } from './visitor.ts'

/** Somebody who came by an invitation to one meeting. */
export interface Insider {
  readonly person: Person
  readonly headers: Readonly<Record<string, string>>
}

interface Siege {
  readonly id: string
  readonly ann: Mallory
  readonly mallory: Mallory
  /** Who Mallory is for the server. */
  readonly insider: Insider
}

/** The built server on a real disk, invited and behind a proxy, as one runs it in public; for all the tests of a file. */
export class RealServer {
  readonly address: string
  readonly #data: string
  readonly #process: ServerProcess

  private constructor(data: string, process: ServerProcess, address: string) {
    this.#data = data
    this.#process = process
    this.address = address
  }

  static async begin(settings: Readonly<Record<string, string>> = {}): Promise<RealServer> {
    const data = await mkdtemp(join(tmpdir(), 'plenary-'))
    const all = {
      PORT: '0',
      PLENARY_DATA: data,
      PLENARY_ACCESS: 'invited',
      PLENARY_TOKEN: TOKEN,
      PLENARY_PROXIES: 'loopback',
    }
    const process = new ServerProcess({ ...all, ...settings }, () => {})
    return new RealServer(data, process, await process.ready())
  }

  /** Where a page opens the websocket of a meeting. */
  socketOf(id: string): string {
    return `${this.address.replace('http', 'ws')}/sync/${id}?schema=${SCHEMA_VERSION}`
  }

  async newMeeting(markdown: string): Promise<string> {
    return (await this.#ask<{ id: string }>('/api/meetings', { markdown })).id
  }

  /** Somebody new with this role. */
  async invite(id: string, name: string, role: Role): Promise<Insider> {
    const { url } = await this.#ask<{ url: string }>(`/api/meetings/${id}/invitations`, { role })
    const answer = await fetch(`${this.address}/api/invitations/accept`, {
      method: 'POST',
      headers: JSON_BODY,
      body: JSON.stringify({ token: new URL(url).hash.replace(/^.*=|^#/, ''), name }),
    })
    const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
    if (!answer.ok) throw new Error(await answer.text())
    return { person: ((await answer.json()) as { person: Person }).person, headers: { cookie } }
  }

  /** A meeting with somebody in it who writes, and somebody else who wants to harm them. */
  async siege(markdown = '# Weekly\n\nnotes\n', role: Role = 'participant'): Promise<Siege> {
    const id = await this.newMeeting(markdown)
    const [ann, mallory] = [await this.invite(id, 'Ann', 'participant'), await this.invite(id, 'Mallory', role)]
    return { id, ann: await this.join(id, ann), mallory: await this.join(id, mallory), insider: mallory }
  }

  /** Somebody with a page in a meeting. */
  join(id: string, { headers }: Pick<Insider, 'headers'>): Promise<Mallory> {
    return Mallory.join(this.socketOf(id), headers)
  }

  /** The minutes as the server exports them. */
  async minutes(id: string): Promise<string> {
    const answer = await fetch(`${this.address}/api/meetings/${id}/minutes.md`, { headers: ADMINISTRATOR })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.text()
  }

  /** CPU seconds of the process so far, and the bytes that it has in memory; where there is no Linux nobody says, and both are 0. */
  async cost(): Promise<{ readonly cpu: number; readonly memory: number }> {
    if (platform() !== 'linux') return { cpu: 0, memory: 0 }
    const stat = await readFile(`/proc/${this.#process.pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const memory = /^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${this.#process.pid}/status`, 'latin1'))?.[1]
    return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, memory: Number(memory) * 1024 }
  }

  /** Throws where it did not end well, or has met a mistake of its own. */
  async end(): Promise<void> {
    this.#process.signal('SIGTERM')
    const { code, error } = await this.#process.ended()
    await rm(this.#data, { recursive: true, force: true })
    if (code !== 0 || error !== '') throw new Error(`it ended with ${code}: ${error}`)
  }

  async #ask<T>(path: string, body: object): Promise<T> {
    const headers = { ...ADMINISTRATOR, ...JSON_BODY }
    const answer = await fetch(this.address + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as T
  }
}

const JSON_BODY = { 'content-type': 'application/json' }
