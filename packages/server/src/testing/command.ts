import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { onTestFinished } from 'vitest'

import type { Ended } from './process.ts'

const PLENARY = fileURLToPath(new URL('../../dist/cli/plenary.js', import.meta.url))

/** A command of the built `plenary` as a process of its own, killed when the test ends; with it goes what it left behind. */
export class Command {
  readonly ended: Promise<Ended>
  /** The temporary folder that it has for itself. */
  readonly temporary = mkdtempSync(join(tmpdir(), 'plenary-command-'))
  readonly #child

  constructor(...args: readonly string[]) {
    const env = { PATH: process.env['PATH'] ?? '', TMPDIR: this.temporary }
    const child = spawn(process.execPath, [PLENARY, ...args], { env })
    const said = { out: '', error: '' }
    child.stdout.on('data', (text: Buffer) => (said.out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (said.error += text.toString()))
    this.#child = child
    this.ended = once(child, 'close').then(() => ({ code: child.exitCode, ...said }))
    onTestFinished(async () => {
      child.kill('SIGKILL')
      await this.ended
      rmSync(this.temporary, { recursive: true, force: true })
    })
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }
}
