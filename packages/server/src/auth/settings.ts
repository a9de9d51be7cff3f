import { type Environment, isLoopback, type Problem, readSecret, withFile } from './environment.ts'
import { readSignIn, SIGN_IN_SETTINGS, type SignInSettings } from './sign-in/settings.ts'
import type { Access } from './who.ts'

/** What an operator can say of who comes in. */
export interface AuthSettings extends SignInSettings {
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

export const AUTH_SETTINGS: readonly string[] = [ACCESS, URL_SETTING, ...withFile(TOKEN), ...SIGN_IN_SETTINGS]

/** Shorter ones can be guessed. */
const SHORTEST_TOKEN = 24

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
  const signIn = readSignIn(environment, url)
  if ('problem' in signIn) return signIn
  return { access, url, token, isLocal: isLocal && said === undefined, ...signIn }
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text
}
