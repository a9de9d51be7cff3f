import { once } from 'node:events'
import { connect } from 'node:net'

import { onTestFinished } from 'vitest'

/** A connection over which a test says what it likes. */
interface RawConnection {
  say(text: string): void
  /** What the server has sent as soon as it says anything, or has ended the connection. */
  readonly begun: Promise<string>
  /** All that the server has sent, once it has ended the connection. */
  readonly ended: Promise<string>
}

/** The headers of somebody who asks for a websocket. */
export const UPGRADE = [
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
]

export async function rawConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  let heard = ''
  socket.on('data', (piece) => (heard += piece.toString('latin1')))
  // A server that hangs up in the middle of a word may do so hard.
  socket.on('error', () => {})
  const ended = once(socket, 'close').then(() => heard)
  const begun = Promise.race([once(socket, 'data').then(() => heard), ended])
  await once(socket, 'connect')
  return { say: (text) => void socket.write(text), begun, ended }
}
