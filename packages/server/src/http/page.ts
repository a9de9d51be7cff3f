import { existsSync } from 'node:fs'
import { join } from 'node:path'

import serve from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export interface PageOptions {
  /** The folder with the built page. */
  readonly folder: string
}

/** Every address of the page. */
const ADDRESSES = ['/', '/invitation', '/meetings/:id', '/meetings/:id/projector']

const NOT_BUILT = 'The page has not been built yet. Run `npm run build`, then start Plenary again.\n'

/** The page itself: one document for every address of it, and its assets, whose names change when they do. */
export async function page(app: FastifyInstance, { folder }: PageOptions): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    for (const url of ADDRESSES) {
      app.get(url, { config: { asks: 'nothing' }, schema: {} }, async (_request, reply) =>
        reply.code(503).type('text/plain').send(NOT_BUILT),
      )
    }
    return
  }
  // The plugin has no way to say it for the routes that it makes.
  app.addHook('onRoute', (route) => {
    if (route.url === '/*') route.config = { ...route.config, asks: 'nothing' }
  })
  await app.register(serve, {
    root: folder,
    index: false,
    cacheControl: false,
    // The build puts a .br and a .gz beside its larger files.
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.setHeader('vary', 'accept-encoding')
      const isHashed = path.startsWith(join(folder, 'assets'))
      reply.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  for (const url of ADDRESSES) {
    app.get(url, { config: { asks: 'nothing' }, schema: {} }, (_request, reply) => reply.sendFile('index.html'))
  }
}
