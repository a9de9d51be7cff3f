import { readFileSync } from 'node:fs'

/** What the settings are read from, and what is said of one that is wrong. */
export type Environment = Readonly<Record<string, string | undefined>>
export interface Problem {
  readonly problem: string
}

const LOOPBACK = /^(?:localhost|127\.[\d.]+|\[?::1\]?)$/i

/** Whether a host is a name of this machine that nobody else can use. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}

/** A setting that is a secret, and the one that names a file with it. */
export function withFile(name: string): readonly string[] {
  return [name, `${name}_FILE`]
}

/** A secret from the environment or from the file that is named there. What is wrong with it is said without it. */
export function readSecret(environment: Environment, name: string): string | undefined | Problem {
  const file = environment[`${name}_FILE`]
  const secret = environment[name]
  if (file === undefined) return secret === '' ? { problem: `${name} is empty.` } : secret
  if (secret !== undefined) return { problem: `${name} and ${name}_FILE are both set; one of them is enough.` }
  try {
    const read = readFileSync(file, 'utf8').trim()
    return read === '' ? { problem: `The file of ${name}_FILE is empty.` } : read
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'it is none'
    return { problem: `The file of ${name}_FILE cannot be read (${reason}).` }
  }
}
