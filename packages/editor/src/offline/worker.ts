/**
 * The service worker: keeps the page itself in the browser, so that reloading it without a network brings it back, and with it
 * the text that `connection/copy.ts` keeps. The page is asked of the server first, as an old one may not join a new server;
 * its parts have names that change with their content, so those that are kept need no asking.
 */

/** Everything that a page may load; `vite.config.ts` writes it here. */
declare const FILES: readonly string[]

// TypeScript takes this file for part of a page.
const worker = globalThis as unknown as ServiceWorkerGlobalScope

const PAGE = '/'
const KEPT = new Set(FILES.map((file) => `/${file}`))
/** A name of its own for every build. */
const CACHE = `plenary ${FILES.join(' ')}`
/** A network that has not answered for so long (ms) is as good as none. */
const PATIENCE = 4_000

worker.addEventListener('install', (event) => event.waitUntil(keep()))
worker.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== worker.location.origin) return
  if (event.request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(navigate(event.request))
  else if (KEPT.has(pathname)) event.respondWith(fromCache(pathname, event.request))
})

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.addAll([PAGE, ...KEPT])
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))
}

async function fromCache(path: string, request: Request): Promise<Response> {
  return (await caches.match(path)) ?? fetch(request)
}

async function navigate(request: Request): Promise<Response> {
  const [kept, answer] = await Promise.all([caches.match(PAGE), ask(request)])
  // A server that is down behind a proxy answers with the proxy's error; the page says better what to do.
  if (answer === undefined || answer.status >= 500) return kept ?? answer ?? Response.error()
  return answer
}

async function ask(request: Request): Promise<Response | undefined> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) })
  } catch {
    // No network, or none that is of use.
    return undefined
  }
}
