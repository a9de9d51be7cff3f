import { isUtf8 } from 'node:buffer'

import type { FastifyInstance } from 'fastify'

import { AppError } from '../error.ts'

/** JSON is the only kind of body. Bytes that are not UTF-8 are refused, where the default parser would replace them. */
export function jsonBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parse(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

function parse(body: Buffer): unknown {
  if (body.length === 0) throw new AppError('bad-request', 'The body is empty; send JSON.')
  if (!isUtf8(body)) throw new AppError('not-text', 'This is not text in UTF-8.')
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (error) {
    throw new AppError('bad-request', 'The body is not JSON.', { cause: error })
  }
}
