import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { onTestFinished } from 'vitest'

import type { Ended } from './process.ts'

const PLENARY = fileURLToPath(new URL('../../dist/cli/plenary.js', import.meta.url))

/** A command of the built `plenary` as a process of its own, killed when the test ends. */
export class Command {
  readonly ended: Promise<Ended>
  readonly #child

  constructor(...args: readonly string[]) {
    const child = spawn(process.execPath, [PLENARY, ...args], { env: { PATH: process.env['PATH'] ?? '' } })
    const said = { out: '', error: '' }
    child.stdout.on('data', (text: Buffer) => (said.out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (said.error += text.toString()))
    this.#child = child
    this.ended = once(child, 'close').then(() => ({ code: child.exitCode, ...said }))
    onTestFinished(() => void child.kill('SIGKILL'))
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }
}
