import type { FastifyServerOptions } from 'fastify'

import { describeError } from './describe-error.ts'

/**
 * The log says what went wrong on the server, and in which meeting; nothing of what people write, are called or send. What may
 * stand in it is chosen here, not what may not: an address may carry a token, and an error a sentence of the minutes.
 */
export function logTo(stream: NodeJS.WritableStream): Exclude<FastifyServerOptions['logger'], boolean | undefined> {
  return {
    level: 'warn',
    stream,
    serializers: {
      err: describeError,
      req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }),
      res: ({ statusCode }) => ({ statusCode }),
    },
  }
}
