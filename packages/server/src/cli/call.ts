import type { Output } from './check.ts'

/** How a command may be called. */
export interface Manner {
  /** Such as `plenary verify`. */
  readonly name: string
  readonly usage: string
  /** Options that stand alone, and those with a value behind them. */
  readonly flags: readonly string[]
  readonly values: readonly string[]
  /** At least and at most so many paths. */
  readonly paths: readonly [least: number, most: number]
}

export interface Call {
  readonly paths: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
}

/** What a command is asked to do; or its exit code, where that is said already: help, or what cannot be understood. */
export function readCall(args: readonly string[], manner: Manner, { out, error }: Output): Call | number {
  const call = { paths: [] as string[], flags: new Set<string>(), values: new Map<string, string>() }
  for (const rest = [...args]; rest.length > 0;) {
    const arg = rest.shift() ?? ''
    if (arg === '--help' || arg === '-h') {
      out(manner.usage)
      return 0
    }
    const value = manner.values.includes(arg) ? rest.shift() : undefined
    if (value !== undefined) call.values.set(arg, value)
    else if (manner.flags.includes(arg)) call.flags.add(arg)
    else if (!arg.startsWith('-')) call.paths.push(arg)
    else {
      const problem = manner.values.includes(arg) ? `${arg} needs a value` : `There is no option ${arg}`
      error(`${problem}; see ${manner.name} --help.\n`)
      return 1
    }
  }
  const [least, most] = manner.paths
  if (call.paths.length >= least && call.paths.length <= most) return call
  error(manner.usage)
  return 1
}
