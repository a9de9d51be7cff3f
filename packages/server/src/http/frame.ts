/** The first byte of a frame that holds one whole binary message, uncompressed (RFC 6455, 5.2). */
const BINARY = 0x82

/** Messages as a server sends them, one frame each, end to end. */
export function layOut(messages: readonly Uint8Array[]): Uint8Array {
  const size = messages.reduce((sum, { length }) => sum + headOf(length) + length, 0)
  const bytes = Buffer.allocUnsafe(size)
  let at = 0
  for (const message of messages) {
    const { length } = message
    bytes[at] = BINARY
    switch (headOf(length)) {
      case 2:
        bytes[at + 1] = length
        break
      case 4:
        bytes[at + 1] = 126
        bytes.writeUInt16BE(length, at + 2)
        break
      case 10:
        bytes[at + 1] = 127
        bytes.writeBigUInt64BE(BigInt(length), at + 2)
        break
    }
    bytes.set(message, at + headOf(length))
    at += headOf(length) + length
  }
  return bytes
}

function headOf(length: number): 2 | 4 | 10 {
  if (length < 126) return 2
  return length < 65_536 ? 4 : 10
}
