import type { decode, Message } from '@plenary/shared/protocol'

/** What the rest of the page has to do with. */
export type Unpacked = Exclude<Message, { readonly kind: 'deflated-update' }>

/** Whether this browser can; the address of the websocket says so to the server. */
export function canInflate(): boolean {
  try {
    return new DecompressionStream('deflate-raw') instanceof DecompressionStream
  } catch {
    // It has none, or none of this kind.
    return false
  }
}

/** Inflates what came deflated, and keeps everything in the order in which it came. */
export class Unpacker {
  private readonly take: (message: Unpacked | 'malformed') => void
  /** What came after something that is being inflated. */
  private waiting: ReturnType<typeof decode>[] | undefined

  constructor(take: (message: Unpacked | 'malformed') => void) {
    this.take = take
  }

  receive(message: ReturnType<typeof decode>): void {
    if (this.waiting !== undefined) this.waiting.push(message)
    else if (message === 'malformed') this.take(message)
    else if (message?.kind === 'deflated-update') void this.unpack(message.update)
    else if (message !== undefined) this.take(message)
  }

  /** The connection has ended: what is still under way from it is of no use. */
  restart(): void {
    this.waiting = undefined
  }

  private async unpack(bytes: Uint8Array): Promise<void> {
    const waiting: ReturnType<typeof decode>[] = []
    this.waiting = waiting
    const update = await inflate(bytes).catch(() => undefined)
    if (this.waiting !== waiting) return
    this.waiting = undefined
    this.take(update === undefined ? 'malformed' : { kind: 'update', update })
    for (const message of waiting) this.receive(message)
  }
}

async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  // A failure shows on the reading side, too.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => undefined)
  writer.close().catch(() => undefined)
  return new Uint8Array(await new Response(stream.readable).arrayBuffer())
}
