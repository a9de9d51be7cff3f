import { randomBytes } from 'node:crypto'
import { createConnection } from 'node:net'

const BINARY = 0x82
const PONG = 0x8a
const CLOSE = 0x88
const MASKED = 0x80

/**
 * A frame as a client sends it. The mask is zero, so that thousands of them cost nothing here; the server unmasks as ever.
 *
 * @param {Uint8Array} payload
 */
export function toFrame(payload, kind = BINARY) {
  const { length } = payload
  const size = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = Buffer.alloc(2 + size + 4 + length)
  frame[0] = kind
  frame[1] = MASKED | (size === 0 ? length : size === 2 ? 126 : 127)
  if (size === 2) frame.writeUInt16BE(length, 2)
  if (size === 8) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.set(payload, 2 + size + 4)
  return frame
}

/** Connections share one buffer for reading: nothing that was received is kept by them. */
const buffer = Buffer.allocUnsafeSlow(1024 * 1024)

/**
 * A websocket client that does as little as it can, so that one core can stand in for hundreds of people. It knows what
 * servers send: whole binary frames, pings and the end.
 */
export class LoadSocket {
  /** Bytes and frames received. */
  bytes = 0
  frames = 0
  isOpen = false
  isClosed = false
  #rest = Buffer.alloc(0)
  #parts = /** @type {Buffer[]} */ ([])
  #have = 0
  #need = 0

  /**
   * @param {string} address
   * @param {{ open: () => void, frame: (bytes: Buffer, start: number, end: number) => void, closed: () => void }} listener
   *   frame: the bytes are only good until it returns
   */
  constructor(address, listener) {
    const url = new URL(address)
    this.listener = listener
    this.socket = createConnection({
      host: url.hostname,
      port: Number(url.port),
      noDelay: true,
      onread: {
        buffer,
        callback: (length, read) => {
          this.#read(/** @type {Buffer} */ (read).subarray(0, length))
          return true
        },
      },
    })
    this.socket.on('connect', () =>
      this.socket.write(
        [
          `GET ${url.pathname}${url.search} HTTP/1.1`,
          `Host: ${url.host}`,
          'Upgrade: websocket',
          'Connection: Upgrade',
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
          'Sec-WebSocket-Version: 13',
          '',
          '',
        ].join('\r\n'),
      ),
    )
    this.socket.on('error', () => undefined)
    this.socket.on('close', () => {
      this.isClosed = true
      listener.closed()
    })
  }

  /** @param {Uint8Array} frame made by `toFrame` */
  send(frame) {
    this.socket.write(frame)
  }

  end() {
    this.send(toFrame(Buffer.from([3, 232]), CLOSE))
    this.socket.end()
  }

  /** @param {Buffer} chunk */
  #read(chunk) {
    this.bytes += chunk.length
    if (this.#have > 0) {
      // A long frame comes in many pieces; they are put together once.
      this.#parts.push(Buffer.from(chunk))
      this.#have += chunk.length
      if (this.#have < this.#need) return
      chunk = Buffer.concat([this.#rest, ...this.#parts])
      this.#parts = []
      this.#have = 0
    }
    let at = this.isOpen ? 0 : this.#readHead(chunk)
    while (at < chunk.length) {
      const next = this.#readFrame(chunk, at)
      if (next === undefined) break
      at = next
    }
    if (at < chunk.length) {
      this.#rest = Buffer.from(chunk.subarray(at))
      this.#have = this.#rest.length
    }
  }

  /** @param {Buffer} chunk */
  #readHead(chunk) {
    const end = chunk.indexOf('\r\n\r\n')
    if (end < 0) {
      this.#need = 0
      return 0
    }
    const head = chunk.toString('latin1', 0, end)
    if (!head.startsWith('HTTP/1.1 101')) throw new Error(`the server refused a connection: ${head.split('\r\n')[0]}`)
    this.isOpen = true
    this.listener.open()
    return end + 4
  }

  /**
   * @param {Buffer} chunk
   * @param {number} at
   * @returns {number | undefined} where the next one begins; undefined where this one is not all there
   */
  #readFrame(chunk, at) {
    this.#need = 2
    if (chunk.length - at < 2) return undefined
    const short = (chunk[at + 1] ?? 0) & 127
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10)
    this.#need = start - at
    if (chunk.length < start) return undefined
    const length =
      short < 126 ? short : short === 126 ? chunk.readUInt16BE(at + 2) : Number(chunk.readBigUInt64BE(at + 2))
    const end = start + length
    this.#need = end - at
    if (chunk.length < end) return undefined
    const kind = chunk[at] ?? 0
    switch (kind) {
      case BINARY:
        this.frames++
        this.listener.frame(chunk, start, end)
        break
      case 0x89:
        this.send(toFrame(chunk.subarray(start, end), PONG))
        break
      case CLOSE:
        this.socket.end()
        break
      default:
        throw new Error(`the server sent a frame of kind ${kind}, which this client does not know`)
    }
    return end
  }
}
