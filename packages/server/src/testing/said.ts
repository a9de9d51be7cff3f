import type { Output } from '../cli/check.ts'

/** How a command ended, and what it said. */
export interface Said {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Runs a command in this process. */
export async function run(
  command: (args: readonly string[], output: Output) => Promise<number>,
  ...args: readonly string[]
): Promise<Said> {
  const said = { out: '', error: '' }
  const code = await command(args, { out: (text) => (said.out += text), error: (text) => (said.error += text) })
  return { code, ...said }
}
