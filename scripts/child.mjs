import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter } from 'node:path'

import { inRoot, ROOT } from './root.mjs'

/**
 * @typedef {{ readonly code: number, readonly output: string }} Ended
 * @typedef {'shown' | 'kept' | ((line: string) => unknown)} Output shown as it comes, kept for later, or given line by line
 * @typedef {{ env?: NodeJS.ProcessEnv, output?: Output, minutes?: number }} Options
 */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** Each leads a process group of its own: a signal to the group reaches what npx, sh and the like have started. */
/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()
/** @type {NodeJS.Signals | undefined} */
let stoppedBy

/**
 * Runs a shell line to its end, as `startLine` does.
 *
 * @param {string} line
 * @param {Options} [options]
 */
export function runLine(line, options) {
  return startLine(line, options).ended
}

/**
 * Starts a shell line in the checkout, with the installed tools on the PATH. A signal to this process ends all that was
 * started first and then this process, as the signal asked.
 *
 * @param {string} line
 * @param {Options} [options] minutes: after so long it is ended and counts as failed
 * @returns {{ readonly ended: Promise<Ended>, readonly end: () => Promise<Ended> }} code: the exit code, or 128 and the
 *   signal's number; end: asks it to end and waits
 */
export function startLine(line, { env = process.env, output = 'shown', minutes } = {}) {
  const child = spawn(line, {
    shell: true,
    detached: true,
    cwd: ROOT,
    env: { ...env, PATH: [inRoot('node_modules', '.bin'), env['PATH']].join(delimiter) },
    stdio: output === 'shown' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  })
  adopt(child)
  const collected = collect(child, output)
  const limit = minutes === undefined ? undefined : setTimeout(() => signalGroup(child, 'SIGKILL'), minutes * 60_000)

  /** @type {Promise<Ended>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(limit)
      release(child)
      resolve({ code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]), output: collected() })
    })
  })
  return {
    ended,
    end: () => {
      signalGroup(child, 'SIGTERM')
      return ended
    },
  }
}

/** Whether a signal has asked this process to end, so that nothing new is to be started. */
export function isStopping() {
  return stoppedBy !== undefined
}

/** @param {import('node:child_process').ChildProcess} child */
function adopt(child) {
  if (children.size === 0) for (const signal of SIGNALS) process.on(signal, stop)
  children.add(child)
}

/** @param {import('node:child_process').ChildProcess} child */
function release(child) {
  children.delete(child)
  if (children.size > 0) return
  if (stoppedBy !== undefined) process.exit(128 + constants.signals[stoppedBy])
  for (const signal of SIGNALS) process.off(signal, stop)
}

/** The first signal asks the children to end, the second does not ask. */
/** @param {NodeJS.Signals} signal */
function stop(signal) {
  for (const child of children) signalGroup(child, stoppedBy === undefined ? signal : 'SIGKILL')
  stoppedBy ??= signal
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    // It ended by itself in the meantime.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Output} output
 * @returns {() => string} what was kept
 */
function collect(child, output) {
  let kept = ''
  let rest = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      if (typeof output !== 'function') {
        kept += text
        return
      }
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) output(line)
    })
  }
  return () => kept
}
