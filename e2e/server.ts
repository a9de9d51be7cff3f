import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { fillDisk } from './disk.ts'
import { type Process, run, SERVER } from './process.ts'

/** Beyond where it listens and keeps its data. */
type Settings = Readonly<Record<string, string>>

/** A real server on a folder of its own, which keeps its address and its folder over any number of restarts. */
export class TestServer {
  readonly data: string
  readonly #settings: Settings
  #process: Process
  #address: string

  static async start(settings: Settings = {}): Promise<TestServer> {
    const data = await mkdtemp(join(tmpdir(), 'plenary-e2e-'))
    const first = run(SERVER, { PORT: '0', ...settings, PLENARY_DATA: data })
    return new TestServer(data, settings, first, await first.address)
  }

  private constructor(data: string, settings: Settings, first: Process, address: string) {
    this.data = data
    this.#settings = settings
    this.#process = first
    this.#address = address
  }

  /** Such as http://127.0.0.1:40123, without a slash. */
  get address(): string {
    return this.#address
  }

  /** The link that its first start has printed, which makes whoever opens it the administrator. */
  get firstLink(): string {
    const [link] = /http:\/\/\S+\/invitation#\S+/.exec(this.#process.said()) ?? []
    if (link === undefined) throw new Error(`no link was printed: ${this.#process.said()}`)
    return link
  }

  /** Starts it again after `stop` or `kill`, where it was. */
  async start(): Promise<void> {
    this.#process = run(SERVER, { ...this.#settings, PORT: new URL(this.#address).port, PLENARY_DATA: this.data })
    this.#address = await this.#process.address
  }

  /** Ends it as an operator does; it stores what it has. */
  async stop(): Promise<void> {
    this.#process.kill('SIGTERM')
    await this.#process.ended
  }

  /** Ends it as a power cut does. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.#process.kill(signal)
    await this.#process.ended
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** Lets its disk refuse all that it writes, as a full one does, or take it again. Linux only. */
  async fillDisk(isFull: boolean): Promise<void> {
    await fillDisk(this.#process.pid, isFull)
  }

  /** Whether it says that people may be sent to it. */
  async isReady(): Promise<boolean> {
    return (await fetch(`${this.#address}/readyz`)).ok
  }

  /** Stops it for good and takes its folder away. */
  async remove(): Promise<void> {
    await this.stop()
    await rm(this.data, { recursive: true, force: true })
  }

  /** Creates a meeting and gives its id. */
  async meeting(
    content: Readonly<Partial<Record<'title' | 'markdown' | 'style' | 'date', string>>> = {},
  ): Promise<string> {
    const response = await fetch(`${this.#address}/api/meetings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
    })
    if (response.status !== 201) throw new Error(`no meeting was created: ${await response.text()}`)
    return ((await response.json()) as { readonly id: string }).id
  }

  /** The minutes as the server exports them. */
  async minutes(id: string): Promise<string> {
    const response = await fetch(`${this.#address}/api/meetings/${id}/minutes.md`)
    if (!response.ok) throw new Error(`no minutes were exported: ${await response.text()}`)
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  }

  /** What the server understands of the minutes. */
  async structure(id: string): Promise<Structure> {
    const response = await fetch(`${this.#address}/api/meetings/${id}`)
    if (!response.ok) throw new Error(`nothing was understood: ${await response.text()}`)
    return (await response.json()) as Structure
  }
}

/** Of the meeting's JSON, what the tests look at. */
interface Structure {
  readonly noteTakers: readonly string[]
  readonly attendees: readonly { readonly name: string; readonly state: string; readonly affiliation?: string }[]
  readonly agenda: readonly { readonly text: string }[]
  readonly actions: readonly {
    readonly id: string
    readonly text: string
    readonly owners: readonly string[]
    readonly line: number
  }[]
  readonly decisions: readonly { readonly id: string; readonly text: string; readonly line: number }[]
  readonly polls: readonly { readonly id: string; readonly question: string; readonly line: number }[]
  readonly speakers: readonly { readonly name: string }[]
}
