import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'

import type { Asks, Permissions } from './permissions.ts'
import type { Visitors } from './visitors.ts'
import { visitorOf } from './who.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    asks?: Asks
  }
}

/** A server with a route that does not say what it asks of whoever calls it does not start. Called before there are any. */
export function expectAsks(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  app.addHook('onReady', async () => {
    for (const { config, url } of routes) if (config?.asks === undefined) throw silent(url)
  })
}

export interface AskOptions {
  readonly permissions: Pick<Permissions, 'ask'>
  readonly visitors: Pick<Visitors, 'again'>
}

/** Lets nobody reach a route who may not. */
export function askEverybody(app: FastifyInstance, { permissions, visitors }: AskOptions): void {
  const ask = async (request: FastifyRequest): Promise<void> => {
    // Where there is no route there is nothing to guard.
    if (request.is404) return
    const { config, url = '' } = request.routeOptions
    if (config.asks === undefined) throw silent(url)
    const { id } = request.params as { id?: string }
    await permissions.ask(visitorOf(request), config.asks, id)
  }
  // Before anything is read of what it brings,
  app.addHook('onRequest', ask)
  // and again when all of that has come: it may have taken its time, and something may have been revoked meanwhile.
  app.addHook('preHandler', async (request) => {
    if (request.body === undefined || request.body === null) return
    request.visitor = await visitors.again(visitorOf(request))
    await ask(request)
  })
}

function silent(url: string): Error {
  return new Error(`the route ${url} does not say what it asks of whoever calls it`)
}
