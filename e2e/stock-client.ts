import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

import type { TestServer } from './server.ts'

export interface StockClient {
  /** The minutes, in step with the server. */
  readonly content: Y.XmlFragment
  /** Resolves when the server has ended a connection because it cannot take what was written. */
  readonly refused: Promise<void>
  readonly leave: () => void
}

/** Joins a meeting as a script does that knows nothing of Plenary. */
export async function join(server: TestServer, id: string): Promise<StockClient> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${server.address.replace('http', 'ws')}/sync`, id, doc, {
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  })
  const refused = new Promise<void>((resolve) =>
    provider.on('connection-close', (event) => event?.code === 4422 && resolve()),
  )
  await new Promise<void>((resolve) => provider.on('sync', (synced: boolean) => synced && resolve()))
  return { content: doc.getXmlFragment('content'), refused, leave: () => provider.destroy() }
}
