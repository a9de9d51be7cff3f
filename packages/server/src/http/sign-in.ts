import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { Cookie } from '../auth/cookie.ts'
import type { Entrance } from '../auth/entrance.ts'
import { arrive } from '../auth/sign-in/arrive.ts'
import { FLOW_LIFETIME, Flows, ownPath } from '../auth/sign-in/flows.ts'
import type { SignInProvider } from '../auth/sign-in/provider.ts'
import { Turns } from '../auth/turns.ts'
import { visitorOf } from '../auth/who.ts'
import { AppError, STATUS } from '../error.ts'
import type { Addresses } from '../limit/addresses.ts'
import { SENTENCES } from '../limit/limits.ts'

export interface SignInOptions extends Pick<
  Entrance,
  'people' | 'register' | 'cookie' | 'url' | 'admissions' | 'providers'
> {
  readonly addresses: Addresses
}

const PROVIDER = { type: 'object', properties: { provider: { type: 'string' } } } as const

const BEGIN = {
  params: PROVIDER,
  querystring: { type: 'object', properties: { back: { type: 'string' } } },
} as const

/** Signing in by an account elsewhere: off to the provider, and back. */
export function signIn(app: FastifyInstance, options: SignInOptions): void {
  const { people, register, cookie, url, admissions, providers, addresses } = options
  const flows = new Flows()
  // Two first sign-ins of one identity at once would make two people of it.
  const turns = new Turns()
  const flowCookie = new Cookie('plenary-sign-in', url)

  app.get<{ Params: { provider: string }; Querystring: { back?: string } }>(
    '/api/sign-in/:provider',
    { config: { asks: 'nothing' }, schema: BEGIN, errorHandler: sayPlainly },
    async (request, reply) => {
      const provider = find(request.params.provider)
      if (!addresses.mayCome(request.ip)) throw new AppError('too-many', SENTENCES.tooManyGuests)
      const { begun, secret } = flows.begin(provider.id, ownPath(request.query.back))
      const address = await attempt(app, provider, () => provider.begin(begun))
      flowCookie.write(request, reply, secret, FLOW_LIFETIME)
      return away(reply, address.href)
    },
  )

  app.get<{ Params: { provider: string } }>(
    '/api/sign-in/:provider/callback',
    { config: { asks: 'nothing' }, schema: { params: PROVIDER }, errorHandler: sayPlainly },
    async (request, reply) => {
      const provider = find(request.params.provider)
      const secret = flowCookie.read(request)
      flowCookie.clear(request, reply)
      const begun = secret === undefined ? undefined : flows.take(provider.id, secret)
      if (begun === undefined) throw new AppError('forbidden', NOT_BEGUN)
      const query = request.raw.url?.replace(/^[^?]*/, '') ?? ''
      const identity = await attempt(app, provider, () => provider.finish(query, begun))
      const visitor = visitorOf(request)
      const before = cookie.read(request)
      const arrived = await turns.take(async () => {
        const arriving = await arrive(register, people, identity, visitor)
        await register.put(arriving.changes)
        return arriving
      })
      // Whoever knew the earlier secret must not become somebody more by this.
      if (before !== undefined) await people.signOut(before)
      await admissions.reconsider([arrived.person.id, ...(visitor.person === null ? [] : [visitor.person.id])])
      cookie.write(request, reply, arrived.secret)
      return away(reply, begun.back)
    },
  )

  function find(id: string): SignInProvider {
    const provider = providers.find((each) => each.id === id)
    if (provider === undefined) throw new AppError('not-found', 'Nobody signs in here in this way.')
    return provider
  }
}

const NOT_BEGUN =
  'Signing in has to begin and end in the same browser, within ten minutes. Go back to Plenary and try again.'

/** What goes wrong at a provider is one sentence for the person; the log says where it was, and nothing of what was sent. */
async function attempt<T>(app: FastifyInstance, { name }: SignInProvider, task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    app.log.warn({ err: error }, 'somebody could not sign in')
    throw new AppError('forbidden', `Signing in with ${name} did not work. Go back to Plenary and try again.`, {
      cause: error,
    })
  }
}

/** A browser shows what it gets here: so it is a sentence. */
function sayPlainly(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const isForPeople = error instanceof AppError && request.headers.accept?.includes('text/html') === true
  if (!isForPeople) throw error
  void reply.code(STATUS[error.code]).type('text/plain; charset=utf-8').send(`${error.message}\n`)
}

function away(reply: FastifyReply, address: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(address, 302)
}
