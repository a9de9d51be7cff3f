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

/** An address of this machine at which nobody listens, yet. */
export async function freeAddress(host: '127.0.0.1' | 'localhost' = '127.0.0.1'): Promise<string> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return `http://${host}:${typeof address === 'object' && address !== null ? address.port : 0}`
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
