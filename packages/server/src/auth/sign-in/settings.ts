import { type Environment, isLoopback, type Problem, readSecret, withFile } from '../environment.ts'
import { GITHUB, type GithubSettings } from './github.ts'
import type { OpenidSettings } from './openid.ts'

/** Where people have accounts by which they may sign in. */
export interface SignInSettings {
  readonly openid: OpenidSettings | undefined
  readonly github: GithubSettings | undefined
}

const OPENID = {
  issuer: 'PLENARY_OPENID_ISSUER',
  id: 'PLENARY_OPENID_CLIENT_ID',
  secret: 'PLENARY_OPENID_CLIENT_SECRET',
  name: 'PLENARY_OPENID_NAME',
  affiliation: 'PLENARY_OPENID_AFFILIATION',
} as const

const OF_GITHUB = {
  id: 'PLENARY_GITHUB_CLIENT_ID',
  secret: 'PLENARY_GITHUB_CLIENT_SECRET',
  url: 'PLENARY_GITHUB_URL',
} as const

export const SIGN_IN_SETTINGS: readonly string[] = [
  OPENID.issuer,
  OPENID.id,
  ...withFile(OPENID.secret),
  OPENID.name,
  OPENID.affiliation,
  OF_GITHUB.id,
  ...withFile(OF_GITHUB.secret),
  OF_GITHUB.url,
]

/** Reads them; `url` is the public address, without which no provider can send anybody back. */
export function readSignIn(environment: Environment, url: string | undefined): SignInSettings | Problem {
  const openid = readOpenid(environment)
  if (openid !== undefined && 'problem' in openid) return openid
  const github = readGithub(environment)
  if (github !== undefined && 'problem' in github) return github
  if ((openid ?? github) !== undefined && url === undefined) {
    return { problem: 'Signing in needs PLENARY_URL, the public address to which the provider sends people back.' }
  }
  return { openid, github }
}

function readOpenid(environment: Environment): OpenidSettings | Problem | undefined {
  const issuer = environment[OPENID.issuer]
  const client = readClient(environment, OPENID)
  const name = environment[OPENID.name]
  const affiliation = environment[OPENID.affiliation]
  if (issuer === undefined) {
    const isAlone = (client ?? name ?? affiliation) !== undefined
    return isAlone ? { problem: `${OPENID.issuer} is missing: the address of the provider.` } : undefined
  }
  if (!isAddress(issuer))
    return { problem: `${OPENID.issuer} is "${issuer}", but it is an address that begins with https://.` }
  if (client === undefined) return { problem: `${OPENID.id} is missing: what the provider calls this server.` }
  if ('problem' in client) return client
  if (name?.trim() === '') return { problem: `${OPENID.name} is empty, but it is what people call the provider.` }
  if (affiliation?.trim() === '') return { problem: `${OPENID.affiliation} is empty, but it names a claim.` }
  return { issuer, ...client, name: name ?? new URL(issuer).hostname, affiliation: affiliation ?? 'organization' }
}

function readGithub(environment: Environment): GithubSettings | Problem | undefined {
  const client = readClient(environment, OF_GITHUB)
  const url = environment[OF_GITHUB.url]
  if (url !== undefined && !(isAddress(url) && new URL(url).origin === url)) {
    return { problem: `${OF_GITHUB.url} is "${url}", but it is an address without a path: https://github.example.org.` }
  }
  if (client === undefined) return url === undefined ? undefined : { problem: `${OF_GITHUB.id} is missing.` }
  return 'problem' in client ? client : { ...client, url: url ?? GITHUB }
}

/** Undefined where neither is set. */
function readClient(
  environment: Environment,
  names: { readonly id: string; readonly secret: string },
): { readonly clientId: string; readonly clientSecret: string } | Problem | undefined {
  const clientId = environment[names.id]
  const clientSecret = readSecret(environment, names.secret)
  if (typeof clientSecret === 'object') return clientSecret
  if (clientId === undefined && clientSecret === undefined) return undefined
  if (clientId === undefined || clientId.trim() === '') return { problem: `${names.id} is missing or empty.` }
  if (clientSecret === undefined) return { problem: `${names.secret} is missing, or ${names.secret}_FILE.` }
  return { clientId, clientSecret }
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}
