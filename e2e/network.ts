import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The network between a page and its server, which can stop carrying anything without saying so. */
export class Network {
  readonly address: string
  #isSilent = false
  readonly #close: () => void

  private constructor(address: string, close: () => void) {
    this.address = address
    this.#close = close
  }

  static async to(server: string): Promise<Network> {
    const { hostname, port } = new URL(server)
    const sockets = new Set<Socket>()
    const proxy = createServer((near) => {
      const far = connect({ host: hostname, port: Number(port) })
      // What was open when it went silent stays so for ever, as behind a router that has forgotten it.
      let isLost = network.#isSilent
      network.#silenced.push(() => (isLost = true))
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(from)
        from.on('data', (bytes) => isLost || to.write(bytes))
        from.on('error', () => undefined)
        from.on('close', () => isLost || to.destroy())
      }
    })
    proxy.listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    const network = new Network(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, () => {
      proxy.close()
      for (const socket of sockets) socket.destroy()
    })
    return network
  }

  readonly #silenced: (() => void)[] = []

  /** From now on nothing arrives any more, on either side, and nobody is told. */
  fallSilent(): void {
    this.#isSilent = true
    for (const lose of this.#silenced.splice(0)) lose()
  }

  /** New connections go through again. */
  recover(): void {
    this.#isSilent = false
  }

  close(): void {
    this.#close()
  }
}
