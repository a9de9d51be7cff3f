import { once } from 'node:events'

import { WebSocket } from 'ws'

/** @typedef {{ heap: number, external: number, resident: number }} Memory in bytes; heap and external after collecting garbage */

/** Asks another process of Node for its memory, by the protocol of its inspector. */
export class Inspector {
  #next = 0
  /** @type {Map<number, { resolve: (result: unknown) => void, reject: (reason: Error) => void }>} */
  #asked = new Map()

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.socket = socket
    socket.on('message', (data) => {
      const { id, result } = JSON.parse(/** @type {Buffer} */ (data).toString())
      this.#asked.get(id)?.resolve(result)
      this.#asked.delete(id)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      for (const { reject } of this.#asked.values()) reject(new Error('the server has ended'))
    })
  }

  /** @param {string} address */
  static async connect(address) {
    const socket = new WebSocket(address)
    await once(socket, 'open')
    return new Inspector(socket)
  }

  /** @returns {Promise<Memory>} */
  async memory() {
    await this.#ask('HeapProfiler.collectGarbage')
    const { result } = /** @type {{ result: { value: string } }} */ (
      await this.#ask('Runtime.evaluate', { expression: 'JSON.stringify(process.memoryUsage())' })
    )
    const { heapUsed, external, rss } = JSON.parse(result.value)
    return { heap: heapUsed, external, resident: rss }
  }

  close() {
    this.socket.terminate()
  }

  /**
   * @param {string} method
   * @param {object} params
   * @returns {Promise<unknown>}
   */
  #ask(method, params = {}) {
    const id = ++this.#next
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject })
      this.socket.send(JSON.stringify({ id, method, params }))
    })
  }
}
