import type { FastifyInstance } from 'fastify'

import { AppError } from '../error.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // TipTap and the carets set styles on elements.
  "style-src 'self' 'unsafe-inline'",
  // Minutes link to images anywhere.
  "img-src 'self' https: data: blob:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers on every answer, and nothing that changes anything for pages of another site. */
export function security(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    const { origin, host, upgrade } = request.headers
    const matters = request.method !== 'GET' && request.method !== 'HEAD'
    if ((matters || upgrade !== undefined) && origin !== undefined && hostOf(origin) !== host?.toLowerCase()) {
      throw new AppError('forbidden', 'This request comes from a page of another site.')
    }
  })
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
