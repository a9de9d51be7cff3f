import { frameOf, type Message, writeFrame } from '@plenary/shared/protocol'

/** The first byte of a frame that holds one whole binary message, uncompressed (RFC 6455, 5.2). */
const BINARY = 0x82

/** Messages as a server sends them, one frame of the websocket each, end to end. */
export function layOut(messages: readonly Message[]): Uint8Array {
  const frames = messages.map(frameOf)
  const bytes = Buffer.allocUnsafe(frames.reduce((sum, { size }) => sum + headOf(size) + size, 0))
  let at = 0
  for (const frame of frames) {
    const { size } = frame
    bytes[at] = BINARY
    switch (headOf(size)) {
      case 2:
        bytes[at + 1] = size
        break
      case 4:
        bytes[at + 1] = 126
        bytes.writeUInt16BE(size, at + 2)
        break
      case 10:
        bytes[at + 1] = 127
        bytes.writeBigUInt64BE(BigInt(size), at + 2)
        break
    }
    writeFrame(bytes, at + headOf(size), frame)
    at += headOf(size) + size
  }
  return bytes
}

function headOf(size: number): 2 | 4 | 10 {
  if (size < 126) return 2
  return size < 65_536 ? 4 : 10
}
