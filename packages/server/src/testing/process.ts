import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** The built server as a process of its own, killed when the test ends; or when `atEnd` says so. */
export class ServerProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  #out = ''
  #error = ''

  constructor(settings: Readonly<Record<string, string>>, atEnd: (end: () => void) => void = onTestFinished) {
    if (!existsSync(MAIN)) throw new Error('These tests run the built server. Build it first: npx tsc -b')
    // Only what it is given: the settings of the tests themselves would be unknown to it.
    this.#child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'] ?? '', ...settings } })
    this.#ended = once(this.#child, 'close')
    this.#child.stdout?.on('data', (text: Buffer) => (this.#out += text.toString()))
    this.#child.stderr?.on('data', (text: Buffer) => (this.#error += text.toString()))
    atEnd(() => void this.#child.kill('SIGKILL'))
  }

  /** The address once it is ready. Throws with what it said if it ends instead. */
  async ready(): Promise<string> {
    return this.says(/^Plenary is ready: (http:\S+)$/m)
  }

  /** What it says in a line that the pattern finds, once it has said so. */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const [, found] = pattern.exec(this.#out) ?? []
      if (found !== undefined) return found
      if (this.#child.exitCode !== null) throw new Error(`it ended: ${this.#error}`)
      await Promise.race([this.#child.stdout === null ? this.#ended : once(this.#child.stdout, 'data'), this.#ended])
    }
  }

  /** What it has said so far. */
  get out(): string {
    return this.#out
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  async ended(): Promise<Ended> {
    await this.#ended
    return { code: this.#child.exitCode, out: this.#out, error: this.#error }
  }
}
