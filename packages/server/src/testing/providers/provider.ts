import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/** As what a server under test is known to the providers. */
export const CLIENT = { clientId: 'plenary', clientSecret: 'the-secret-of-the-client' } as const

/** A provider that runs in this process. */
export interface RunningProvider {
  /** Without a slash at its end. */
  readonly address: string
  /** Nobody answers there any more. */
  close(): Promise<void>
}

/**
 * An address of this machine at which nobody listens, yet. Its port is below those that systems give to whoever takes any (from 32768),
 * else another test could get it before it is used.
 */
export async function freeAddress(host: '127.0.0.1' | 'localhost' = '127.0.0.1'): Promise<string> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 20_000)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return `http://${host}:${port}`
  }
}

/** Listens at an address of this machine. */
export async function provideAt(address: string, listener: RequestListener): Promise<RunningProvider> {
  const server = createServer(listener)
  server.listen(Number(new URL(address).port), '127.0.0.1')
  await once(server, 'listening')
  return {
    address,
    close: async () => {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
