import { join } from 'node:path'

import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'

import { buildApp, type Dependencies } from '../app.ts'
import { type Entrance, openEntrance } from '../auth/entrance.ts'
import type { AuthSettings } from '../auth/settings.ts'
import { MemoryStore } from '../store/memory.ts'
import { FaultyStore } from './faulty-store.ts'
import { temporaryFolder } from './folder.ts'
import { directLens } from './lens.ts'

export type TestOptions = Partial<Dependencies> & { readonly auth?: Partial<AuthSettings> }

export interface TestServer {
  readonly app: FastifyInstance
  readonly store: FaultyStore
  readonly entrance: Entrance
}

/** The whole server in this process, on a store in memory; ends with the test. Not listening yet. */
export async function testServer(options: TestOptions = {}): Promise<TestServer> {
  const { auth, ...dependencies } = options
  const store = new FaultyStore(options.store ?? new MemoryStore())
  const page = options.page ?? join(await temporaryFolder(), 'page')
  const entrance = openEntrance(store.register, auth)
  const app = await buildApp({ lens: directLens(), entrance, ...dependencies, page, store })
  onTestFinished(() => app.close())
  return { app, store, entrance: dependencies.entrance ?? entrance }
}

/** Creates a meeting and returns its id. */
export async function newMeeting(
  app: FastifyInstance,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/meetings', body, headers })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<{ id: string }>().id
}

/** Listens on a free port and returns the address for websockets. */
export async function listen(app: FastifyInstance): Promise<string> {
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return address.replace(/^http/, 'ws')
}
