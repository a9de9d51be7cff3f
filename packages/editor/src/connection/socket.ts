import { CLOSE, closeReason, isTemporary, type CloseReason } from '@plenary/shared/protocol'

import { calmDelay, retryDelay } from './backoff.ts'

/** How long (ms) a connection may take to open, and must have lasted before the next loss is tried again at once. */
const OPENING = 6_000
const STEADY = 10_000

/** A try that has taken so long (ms) is given up when the network is back: it may have begun on another one. */
const STALE = 1_000

type State =
  | { readonly state: 'waiting'; readonly timer: Timer }
  | { readonly state: 'connecting'; readonly socket: WebSocket; readonly timer: Timer; readonly since: number }
  | { readonly state: 'open'; readonly socket: WebSocket; readonly since: number }
  | { readonly state: 'closed' }

type Timer = ReturnType<typeof setTimeout>

export interface SocketListener {
  opened(): void
  received(frame: Uint8Array): void
  /** The connection is gone, or a try to make one failed; the next try is already planned. */
  lost(): void
  /** The server said that coming back is of no use. Nothing follows. */
  stopped(reason: CloseReason): void
}

/** A websocket that comes back by itself, until it is closed or the server says that it should not. */
export class Socket {
  private state: State = { state: 'closed' }
  private attempt = 0
  private readonly url: string
  private readonly listener: SocketListener
  private readonly connect: (url: string) => WebSocket

  constructor(url: string, listener: SocketListener, connect = (url: string): WebSocket => new WebSocket(url)) {
    this.url = url
    this.listener = listener
    this.connect = connect
  }

  /** Connects now, unless it is connected or just doing so. */
  open(): void {
    const last = this.state
    if (last.state === 'open' || (last.state === 'connecting' && Date.now() - last.since < STALE)) return
    if (last.state === 'waiting' || last.state === 'connecting') clearTimeout(last.timer)
    if (last.state === 'connecting') last.socket.close()
    const socket = this.connect(this.url)
    socket.binaryType = 'arraybuffer'
    this.state = { state: 'connecting', socket, timer: setTimeout(() => this.drop(), OPENING), since: Date.now() }
    socket.addEventListener('open', () => this.opened(socket))
    socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer | string>) => {
      if (this.isCurrent(socket) && typeof data !== 'string') this.listener.received(new Uint8Array(data))
    })
    socket.addEventListener('close', ({ code }) => this.ended(socket, code))
  }

  get isOpen(): boolean {
    return this.state.state === 'open'
  }

  send(frame: Uint8Array): void {
    if (this.state.state === 'open') this.state.socket.send(frame as Uint8Array<ArrayBuffer>)
  }

  /** Leaves a connection that leads nowhere and plans the next try. Its `close` event may come minutes later, or never. */
  drop(): void {
    if (this.state.state === 'connecting' || this.state.state === 'open') this.ended(this.state.socket, 1006)
  }

  close(): void {
    const last = this.state
    this.state = { state: 'closed' }
    if (last.state === 'waiting' || last.state === 'connecting') clearTimeout(last.timer)
    if (last.state === 'connecting' || last.state === 'open') last.socket.close(1000)
  }

  private isCurrent(socket: WebSocket): boolean {
    return (this.state.state === 'connecting' || this.state.state === 'open') && this.state.socket === socket
  }

  private opened(socket: WebSocket): void {
    if (!this.isCurrent(socket) || this.state.state !== 'connecting') return
    clearTimeout(this.state.timer)
    this.state = { state: 'open', socket, since: Date.now() }
    this.listener.opened()
  }

  private ended(socket: WebSocket, code: number): void {
    if (!this.isCurrent(socket)) return
    const last = this.state
    if (last.state === 'connecting') clearTimeout(last.timer)
    // A server that accepts and hangs up at once must not be called twice a second.
    if (last.state === 'open' && Date.now() - last.since >= STEADY) this.attempt = 0
    socket.close()
    if (isTemporary(code)) {
      const delay = code === CLOSE['too-fast'] ? calmDelay() : retryDelay(this.attempt)
      this.state = { state: 'waiting', timer: setTimeout(() => this.open(), delay) }
      this.attempt += 1
      this.listener.lost()
    } else {
      this.state = { state: 'closed' }
      this.listener.stopped(closeReason(code) ?? 'malformed')
    }
  }
}
