import { readFileSync } from 'node:fs'

import type { Access } from './who.ts'

type Environment = Readonly<Record<string, string | undefined>>
type Problem = { readonly problem: string }

/** What an operator can say of who comes in. */
export interface AuthSettings {
  readonly access: Access
  /** Open because nobody else reaches it, and not because somebody said so: then it answers to no name but those of its own machine. */
  readonly isLocal: boolean
  /** The public address, such as `https://notes.example.org`. */
  readonly url: string | undefined
  /** Whoever has it is administrator. */
  readonly token: string | undefined
}

const ACCESS = 'PLENARY_ACCESS'
const URL_SETTING = 'PLENARY_URL'
const TOKEN = 'PLENARY_TOKEN'

export const AUTH_SETTINGS: readonly string[] = [ACCESS, URL_SETTING, ...withFile(TOKEN)]

/** Shorter ones can be guessed. */
const SHORTEST_TOKEN = 24

const LOOPBACK = /^(?:localhost|127\.[\d.]+|\[?::1\]?)$/i

/** Whether a host is a name of this machine that nobody else can use. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}

export interface Reach {
  readonly host: string
  readonly proxies: readonly string[]
}

/** Reads them; who can be reached by this machine alone lets everybody in unless something else is said. */
export function readAuth(environment: Environment, { host, proxies }: Reach): AuthSettings | Problem {
  const url = environment[URL_SETTING]
  if (url !== undefined && !isOrigin(url)) {
    return {
      problem: `${URL_SETTING} is "${url}", but it is the public address without a path: https://notes.example.org.`,
    }
  }
  const isLocal = isLoopback(host) && proxies.length === 0 && (url === undefined || isLoopback(new URL(url).hostname))
  const said = environment[ACCESS]
  const access = said ?? (isLocal ? 'open' : 'invited')
  if (access !== 'open' && access !== 'invited') {
    return { problem: `${ACCESS} is "${access}", but it is open (everybody comes in) or invited.` }
  }
  const token = readSecret(environment, TOKEN)
  if (typeof token === 'object') return token
  if (token !== undefined && !(token.length >= SHORTEST_TOKEN && /^[\w.~+/-]+=*$/.test(token))) {
    return {
      problem: `${TOKEN} is too short or has other signs than letters, digits and -._~+/; it needs ${SHORTEST_TOKEN} of them.`,
    }
  }
  return { access, url, token, isLocal: isLocal && said === undefined }
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

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text
}
