import { type Person, readName } from '@plenary/shared/meeting'
import type { FastifyInstance } from 'fastify'

import type { Entrance } from '../auth/entrance.ts'
import type { Introduction } from '../auth/people.ts'
import type { SignInProvider } from '../auth/sign-in/provider.ts'
import { type Access, isAdministrator, type Visitor, visitorOf } from '../auth/who.ts'
import { AppError } from '../error.ts'
import type { Addresses } from '../limit/addresses.ts'
import { SENTENCES } from '../limit/limits.ts'
import { StoreError } from '../store/store.ts'

export interface MeOptions extends Pick<
  Entrance,
  'people' | 'register' | 'cookie' | 'access' | 'admissions' | 'providers' | 'turns'
> {
  readonly addresses: Addresses
}

interface Me {
  readonly person: Person | null
  readonly administrator: boolean
  readonly access: Access
  readonly providers: readonly Pick<SignInProvider, 'id' | 'name'>[]
}

const NAMES = { name: { type: 'string' }, affiliation: { type: 'string' } } as const

const INTRODUCE = {
  body: { type: 'object', additionalProperties: false, required: ['name'], properties: NAMES },
} as const

const LEAVE = { querystring: { type: 'object', properties: { everywhere: { enum: ['true', 'false'] } } } } as const

/** Who somebody is for the server, and how they say it. */
export function me(app: FastifyInstance, options: MeOptions): void {
  const { people, register, cookie, access, admissions, addresses, providers, turns } = options

  const about = (visitor: Pick<Visitor, 'person' | 'grants'>): Me => ({
    person: visitor.person,
    administrator: isAdministrator(visitor),
    access,
    providers: providers.map(({ id, name }) => ({ id, name })),
  })

  app.get('/api/me', { config: { asks: 'nothing' }, schema: {} }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const secret = cookie.read(request)
    // The browser's own clock on the cookie is put forward with that of the server.
    if (secret !== undefined && (await renew(secret))) cookie.write(request, reply, secret)
    return about(visitorOf(request))
  })

  app.post<{ Body: { name: string; affiliation?: string } }>(
    '/api/me',
    { config: { asks: 'nothing' }, schema: INTRODUCE },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const introduction = readIntroduction(request.body)
      const visitor = visitorOf(request)
      if (visitor.person !== null) {
        if (!maySayOf(visitor.person, introduction)) throw new AppError('forbidden', NAMED_ELSEWHERE)
        const person = await people.rename(visitor.person, introduction)
        await admissions.reconsider([person.id])
        return about({ ...visitor, person })
      }
      if (access === 'invited')
        throw new AppError('who-are-you', 'Nobody comes in here by saying a name: follow your invitation.')
      if (!addresses.mayCome(request.ip)) throw new AppError('too-many', SENTENCES.tooManyGuests)
      const { person, secret, changes } = people.guest(introduction)
      await register.put(changes)
      cookie.write(request, reply, secret)
      return about({ person, grants: [] })
    },
  )

  app.delete<{ Querystring: { everywhere?: 'true' | 'false' } }>(
    '/api/me',
    { config: { asks: 'nothing' }, schema: LEAVE },
    async (request, reply) => {
      const secret = cookie.read(request)
      const { person } = visitorOf(request)
      await turns.take(async () => {
        if (secret !== undefined) await people.signOut(secret)
        if (person !== null && request.query.everywhere === 'true') await people.signOutEverywhere(person.id)
      })
      if (person !== null) await admissions.reconsider([person.id])
      cookie.clear(request, reply)
      return reply.code(204).send()
    },
  )

  /** True where it was written; not while somebody signs out, who would be signed in again by it. */
  async function renew(secret: string): Promise<boolean> {
    return (await people.isToBeRenewed(secret)) && turns.take(() => people.renew(secret)).catch(unlessFull)
  }
}

/** What the disk does not take now, it will another day. */
function unlessFull(error: unknown): false {
  if (error instanceof StoreError) return false
  throw error
}

const NAMED_ELSEWHERE = 'Your name comes from where you signed in; change it there.'

/** A guest may say what they like; of others a provider, or whoever made the token, has said the name. */
function maySayOf({ kind, name }: Person, introduction: Introduction): boolean {
  return kind === 'guest' || (kind !== 'program' && name === introduction.name)
}

/** A name and an affiliation as they are kept. Throws `AppError` where they are none. */
export function readIntroduction(said: { readonly name: string; readonly affiliation?: string }): Introduction {
  const name = readLine(said.name)
  if (name === undefined) throw new AppError('bad-request', 'Say a name of one to 80 letters.')
  if (said.affiliation === undefined || said.affiliation.trim() === '') return { name }
  const affiliation = readLine(said.affiliation)
  if (affiliation === undefined) throw new AppError('bad-request', 'An affiliation has at most 80 letters.')
  return { name, affiliation }
}

function readLine(text: string): string | undefined {
  return text.isWellFormed() ? readName(text) : undefined
}
