import { CLIENT, freeAddress, provideAt, type RunningProvider } from './provider.ts'

// The library says at length that it is not set up for production, and begins when it is loaded.
for (const way of ['info', 'warn'] as const) {
  const say = console[way].bind(console)
  console[way] = (...said: unknown[]) => {
    if (!String(said[0]).includes('oidc-provider')) say(...said)
  }
}

/** For whom everybody is here who has an account at this provider. */
export const ORGANIZATION = 'Quayside'

/**
 * A real provider of OpenID Connect, at which everybody has an account. It has another host than a server under test, so that for
 * a browser they are two sites.
 */
export async function runOpenidProvider(redirectUri: string): Promise<RunningProvider> {
  const [issuer, { Provider }] = await Promise.all([freeAddress('localhost'), import('oidc-provider')])
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    claims: { profile: ['name', 'organization'] },
    cookies: { keys: ['of tests'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: nameAt(id), organization: ORGANIZATION }),
    }),
  })
  return provideAt(issuer, provider.callback())
}

/** What the provider calls whoever signs in there with this login. */
export function nameAt(login: string): string {
  return `${login} of the provider`
}
