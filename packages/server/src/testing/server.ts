import { join } from 'node:path'

import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'

import { buildApp, type Dependencies } from '../app.ts'
import { MemoryStore } from '../store/memory.ts'
import { FaultyStore } from './faulty-store.ts'
import { temporaryFolder } from './folder.ts'
import { directLens } from './lens.ts'

export interface TestServer {
  readonly app: FastifyInstance
  readonly store: FaultyStore
}

/** The whole server in this process, on a store in memory; ends with the test. Not listening yet. */
export async function testServer(options: Partial<Dependencies> = {}): Promise<TestServer> {
  const store = new FaultyStore(options.store ?? new MemoryStore())
  const page = options.page ?? join(await temporaryFolder(), 'page')
  const app = await buildApp({ lens: directLens(), ...options, page, store })
  onTestFinished(() => app.close())
  return { app, store }
}

/** Creates a meeting and returns its id. */
export async function newMeeting(app: FastifyInstance, body: object = {}): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/meetings', body })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<{ id: string }>().id
}

/** Listens on a free port and returns the address for websockets. */
export async function listen(app: FastifyInstance): Promise<string> {
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return address.replace(/^http/, 'ws')
}
