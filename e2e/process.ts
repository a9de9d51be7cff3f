import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The built server, as systemd or a container would run it. */
export const SERVER = ['node', fileURLToPath(new URL('../packages/server/dist/main.js', import.meta.url))] as const
/** The built command, without what builds it. */
export const PLENARY = [
  'node',
  fileURLToPath(new URL('../packages/server/dist/cli/plenary.js', import.meta.url)),
] as const
/** What a newcomer types. */
export const NPM_START = ['npm', 'start', '--silent'] as const
export const CHECK = ['node', 'scripts/run.mjs', 'check'] as const
export const NPX_CHECK = ['npx', '--no', 'plenary', 'check'] as const

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** Whether something that it had started was still running when it had ended. */
  readonly leftSomething: boolean
}

export interface Process {
  /** The address that it prints when it is ready. Rejects with what it said if it ends before. */
  readonly address: Promise<string>
  readonly ended: Promise<Ended>
  readonly pid: number
  /** What it has written to its standard output so far. */
  said(): string
  /** To the process alone. What it started is none of the sender's business, as with `kill` and systemd. */
  kill(signal: NodeJS.Signals): void
  /** To the whole group, as a terminal does when somebody presses Ctrl-C. */
  interrupt(): void
}

/** Runs `command` at the root of a checkout, with `settings` as the only ones of Plenary's. */
export function run(command: readonly string[], settings: NodeJS.ProcessEnv, root = ROOT): Process {
  const [program = '', ...args] = command
  const others = Object.entries(process.env).filter(([name]) => !/^(?:PORT$|HOST$|PLENARY_)/.test(name))
  const child = spawn(program, args, {
    cwd: root,
    detached: true,
    env: { ...Object.fromEntries(others), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = watchEnd(child)
  let said = ''
  child.stdout?.on('data', (text: string) => (said += text))
  return {
    address: readAddress(child, ended),
    ended,
    pid: child.pid ?? 0,
    said: () => said,
    kill: (signal) => void child.kill(signal),
    interrupt: () => void signalGroup(child, 'SIGINT'),
  }
}

async function watchEnd(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  const closed = once(child, 'close')
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  // What is left would hold the pipes open, and the port.
  const leftSomething = signalGroup(child, 'SIGKILL')
  await closed
  return { code, signal, ...said, leftSomething }
}

/** Each process under test leads a group of its own: false when nothing of the group is left. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-(child.pid ?? 0), signal)
  } catch {
    return false
  }
}

function readAddress(child: ChildProcess, ended: Promise<Ended>): Promise<string> {
  let text = ''
  const address = new Promise<string>((resolve) => {
    child.stdout?.on('data', (more: string) => {
      text += more
      const [found] = /http:\/\/\S+/.exec(text) ?? []
      if (found !== undefined && text.includes('\n', text.indexOf(found))) resolve(found)
    })
  })
  const early = ended.then(({ stdout, stderr }) => Promise.reject(new Error(`It ended at once:\n${stdout}${stderr}`)))
  const either = Promise.race([address, early])
  // Who does not want the address need not hear that there was none.
  either.catch(() => undefined)
  return either
}
