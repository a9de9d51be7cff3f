import type { ErrorCode } from '@plenary/shared/meeting'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { AppError, errorBody, STATUS } from '../error.ts'
import type { Meter } from '../room/meter.ts'
import { StoreError } from '../store/store.ts'
import { protection } from './security.ts'

export interface ErrorsOptions {
  readonly meter: Meter
}

/** Every refusal leaves as `{ "error": { "code", "message" } }`, whoever found the mistake. */
export function errors(app: FastifyInstance, { meter }: ErrorsOptions): void {
  app.setErrorHandler((error, request, reply) => {
    const { code, message } = refusalOf(error)
    if (STATUS[code] >= 500) {
      meter.failed('request')
      request.log.error({ err: error, req: request }, 'a request could not be answered')
    }
    return refuse(reply, code, message)
  })
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(app, request)
    if (methods.length === 0) {
      // A person who mistyped an address gets the page, which says so and knows the way home.
      if (wantsPage(request)) return reply.code(STATUS['not-found']).sendFile('index.html')
      return refuse(reply, 'not-found', 'There is nothing at this address.')
    }
    reply.header('allow', methods.join(', '))
    return refuse(reply, 'wrong-method', `This address takes ${methods.join(' and ')} only.`)
  })
}

/** An address that cannot even be read is refused before any hook hears of it. */
export function refuseAddress({ code }: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  // An upgrade has left Node's keeping, and nobody else would end it.
  if (request.headers.upgrade !== undefined) reply.raw.once('finish', () => request.raw.socket.destroy())
  reply.headers(protection(request.headers.host))
  if (code === 'FST_ERR_BAD_URL') void refuse(reply, 'bad-request', 'This address cannot be read: look at its % signs.')
  else void refuse(reply, 'not-found', 'There is nothing at this address.')
}

function refuse(reply: FastifyReply, code: ErrorCode, message: string): FastifyReply {
  return reply.code(STATUS[code]).type('application/json; charset=utf-8').send(errorBody(code, message))
}

/** Whether a browser asks for something to show, and there is a built page to show. */
function wantsPage({ method, headers, url, server }: FastifyRequest): boolean {
  const isForPeople = headers.accept?.includes('text/html') === true && !/^\/(?:api|sync)\b/.test(url)
  return method === 'GET' && isForPeople && server.hasReplyDecorator('sendFile')
}

/** The methods that a route of its own has at this address; the folder of the page answers at all of them. */
function methodsOf(app: FastifyInstance, request: FastifyRequest): string[] {
  const url = request.url.split('?', 1)[0] ?? ''
  return (['GET', 'POST', 'PUT', 'DELETE'] as const).filter((method) => {
    const found: { params: Record<string, string | undefined> } | null = app.findRoute({ url, method })
    return found !== null && found.params['*'] === undefined
  })
}

/** Fastify's own errors, by their code; see https://fastify.dev/docs/latest/Reference/Errors. */
const FASTIFY: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-type', 'Send JSON, with content-type application/json.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['bad-request', 'The body is not as long as it says.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 'This request is too large; a file may have 2 MiB.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['bad-request', 'The body is empty; send JSON.'],
}

const MISTAKE = {
  code: 'internal',
  message: 'Something went wrong on the server. Try again; if it stays so, tell whoever runs it.',
} as const

function refusalOf(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof AppError) return error
  if (error instanceof StoreError) return { code: 'storage-unavailable', message: error.message }
  if (!(error instanceof Error)) return MISTAKE
  const known = 'code' in error ? FASTIFY[String(error.code)] : undefined
  if (known !== undefined) return { code: known[0], message: known[1] }
  if ('validation' in error)
    return { code: 'bad-request', message: `This request is not as it should be: ${error.message}.` }
  const status = 'statusCode' in error ? Number(error.statusCode) : 500
  if (status >= 400 && status < 500) return { code: 'bad-request', message: error.message }
  return MISTAKE
}
