import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Entrance } from '../auth/entrance.ts'
import { isLoopback } from '../auth/environment.ts'
import { AppError } from '../error.ts'
import { SYNC } from './upgrade.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Asks for the websocket of a page, from an address that is not our own: it is told so, and nothing else. */
    isElsewhere: boolean
  }
}

const POLICY = [
  "default-src 'none'",
  "object-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Minutes link to images anywhere.
  "img-src 'self' https: data: blob:",
  "worker-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What the minutes need of a device is nothing. */
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()'

const HOST = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/

/**
 * Whereto the page may connect: to this server and nobody else. Not every browser takes `'self'` to mean its websockets too
 * (https://github.com/w3c/webappsec-csp/issues/7), so they are named as the browser knows them.
 */
function connections(host: string | undefined): string {
  return host !== undefined && HOST.test(host) ? `connect-src 'self' ws://${host} wss://${host}` : "connect-src 'self'"
}

const OTHER_SITE =
  'This request comes from a page of another site. If this is its own address, the operator sets PLENARY_URL to it.'

const ELSEWHERE =
  'This server is open to its own machine alone. If others are to reach it, its operator sets PLENARY_ACCESS or PLENARY_URL.'

/** What somebody reads who has opened our page at an address that is not our own. */
export function elsewhere(url: string | undefined): string {
  if (url !== undefined) return `This page was opened at another address than that of its server, which is ${url}.`
  return 'This page was opened at an address that its server does not take for its own; the operator sets PLENARY_URL to it.'
}

/** What keeps a page from harm, for one that was asked for from this host. */
export function protection(host: string | undefined): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `${POLICY}; ${connections(host?.toLowerCase())}`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': PERMISSIONS,
  }
}

/** Headers on every answer, and nothing that changes anything for pages of another site. */
export function security(app: FastifyInstance, { url, isLocal }: Pick<Entrance, 'url' | 'isLocal'>): void {
  app.decorateRequest('isElsewhere', false)
  app.addHook('onRequest', async (request, reply) => {
    const { origin, upgrade, 'sec-fetch-site': site } = request.headers
    const host = request.headers.host?.toLowerCase()
    reply.headers(protection(host))
    const matters = request.method !== 'GET' && request.method !== 'HEAD'
    // A page of another site may have its name lead here; and a proxy that nobody told us of passes on what others ask.
    if (isLocal && !isLoopback(host?.replace(/:\d+$/, '') ?? '')) throw new AppError('forbidden', ELSEWHERE)
    const isOwn = origin === undefined || (url === undefined ? hostOf(origin) === host : origin === url)
    const isElsewhere = !isOwn || site === 'cross-site'
    if ((!matters && upgrade === undefined) || !isElsewhere) return
    // No browser tells a page with which status its websocket was refused; it would be offline for ever.
    if (!isOfPage(request)) throw new AppError('forbidden', OTHER_SITE)
    request.isElsewhere = true
  })
}

/** Whether it is for the websocket of a page that can say why it does not get it. */
function isOfPage({ ws, routeOptions, query }: FastifyRequest): boolean {
  return ws && routeOptions.url === SYNC && (query as { readonly protocol?: unknown }).protocol === '1'
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
