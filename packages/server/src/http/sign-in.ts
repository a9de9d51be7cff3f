import {
  type ErrorCode,
  type FailedSignIn,
  signInFragment,
  type SignInProblem,
  signInSentence,
} from '@plenary/shared/meeting'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import type { Entrance } from '../auth/entrance.ts'
import { arrive } from '../auth/sign-in/arrive.ts'
import { FlowCookie } from '../auth/sign-in/flow-cookie.ts'
import { Flows, ownPath } from '../auth/sign-in/flows.ts'
import { problemOf } from '../auth/sign-in/problem.ts'
import type { Identity, SignInProvider } from '../auth/sign-in/provider.ts'
import { visitorOf } from '../auth/who.ts'
import { AppError } from '../error.ts'
import type { Addresses } from '../limit/addresses.ts'
import { StoreError } from '../store/store.ts'

export interface SignInOptions extends Pick<
  Entrance,
  'people' | 'register' | 'cookie' | 'url' | 'admissions' | 'providers' | 'turns'
> {
  readonly addresses: Addresses
}

const PROVIDER = { type: 'object', properties: { provider: { type: 'string' } } } as const
const TEXT = { type: 'string' } as const

const BEGIN = { params: PROVIDER, querystring: { type: 'object', properties: { back: TEXT } } } as const
const RETURN = { params: PROVIDER, querystring: { type: 'object', properties: { state: TEXT } } } as const

/** Signing in by an account elsewhere: off to the provider, and back. */
export function signIn(app: FastifyInstance, options: SignInOptions): void {
  const { people, register, cookie, url, admissions, providers, turns, addresses } = options
  const flows = new Flows()
  const flowCookie = new FlowCookie(url)

  app.get<{ Params: { provider: string }; Querystring: { back?: string } }>(
    '/api/sign-in/:provider',
    { config: { asks: 'nothing' }, schema: BEGIN, errorHandler: sayInPage },
    async (request, reply) => {
      const provider = find(request.params.provider)
      const back = ownPath(request.query.back)
      // A guest who follows a link of another site is not to stand here under the name of their account without having asked for it.
      if (isFromElsewhere(request)) return away(reply, back)
      if (!addresses.mayCome(request.ip)) throw new NotSignedIn('crowded', provider, back)
      const { begun, secret } = flows.begin(provider.id, back)
      const address = await attempt(() => provider.begin(begun), provider, back)
      flowCookie.write(request, reply, begun, secret)
      return away(reply, address.href)
    },
  )

  app.get<{ Params: { provider: string }; Querystring: { state?: string } }>(
    '/api/sign-in/:provider/callback',
    { config: { asks: 'nothing' }, schema: RETURN, errorHandler: sayInPage },
    async (request, reply) => {
      const provider = find(request.params.provider)
      const { secret, back } = flowCookie.take(request, reply, request.query.state)
      const begun = secret === undefined ? undefined : flows.take(provider.id, secret)
      if (begun === undefined) throw new NotSignedIn('over', provider, back)
      const query = request.raw.url?.replace(/^[^?]*/, '') ?? ''
      const identity = await attempt(() => provider.finish(query, begun), provider, back)
      await welcome(request, reply, identity).catch((error: unknown) => {
        throw error instanceof StoreError ? new NotSignedIn('storage', provider, back, error) : error
      })
      return away(reply, back)
    },
  )

  /** From here on this browser is that of whom the provider vouches for. */
  async function welcome(request: FastifyRequest, reply: FastifyReply, identity: Identity): Promise<void> {
    const visitor = visitorOf(request)
    const before = cookie.read(request)
    // Two first sign-ins of one identity at once would make two people of it.
    const arrived = await turns.take(async () => {
      const arriving = await arrive(register, people, identity, visitor)
      await register.put(arriving.changes)
      return arriving
    })
    // Whoever knew the earlier secret must not become somebody more by this.
    if (before !== undefined) await people.signOut(before)
    await admissions.reconsider([arrived.person.id, ...(visitor.person === null ? [] : [visitor.person.id])])
    cookie.write(request, reply, arrived.secret)
  }

  /** What goes wrong at a provider is one sentence for the person; the log says where it was, and nothing of what was sent. */
  async function attempt<T>(task: () => Promise<T>, provider: SignInProvider, back: string): Promise<T> {
    try {
      return await task()
    } catch (error) {
      const problem = problemOf(error)
      // To think better of it is nothing that an operator could mend.
      if (problem !== 'cancelled') app.log.warn({ err: error }, 'somebody could not sign in')
      throw new NotSignedIn(problem, provider, back, error)
    }
  }

  function find(id: string): SignInProvider {
    const provider = providers.find((each) => each.id === id)
    if (provider === undefined) throw new AppError('not-found', 'Nobody signs in here in this way.')
    return provider
  }
}

/** A sign-in that came to nothing, and the address of the page to which it leads all the same. */
class NotSignedIn extends AppError {
  readonly failed: FailedSignIn
  readonly back: string

  constructor(problem: SignInProblem, { id, name }: SignInProvider, back: string, cause?: unknown) {
    super(CODES[problem], signInSentence(problem, name), { cause })
    this.failed = { problem, by: id }
    this.back = back
  }
}

const CODES = {
  cancelled: 'forbidden',
  unreachable: 'forbidden',
  refused: 'forbidden',
  over: 'forbidden',
  crowded: 'too-many',
  storage: 'storage-unavailable',
} as const satisfies Record<SignInProblem, ErrorCode>

/** People hear of it on the page that they came from, and can try again there; `code` and `state` leave the address of their browser. */
function sayInPage(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const isForPeople = request.headers.accept?.includes('text/html') === true
  if (!isForPeople || !(error instanceof NotSignedIn)) throw error
  void away(reply, error.back + signInFragment(error.failed))
}

/** A page of another site sent the browser here, and no link or address of ours. */
function isFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}

function away(reply: FastifyReply, address: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(address, 302)
}
