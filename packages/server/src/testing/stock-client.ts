import { contentOf } from '@plenary/shared/document'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** Somebody with a client as anybody can install it, and a document of their own. */
export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
}

/** Joins a meeting of a real server; ends with the test. */
export function join(address: string, id: string): StockClient {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${address.replace('http', 'ws')}/sync`, id, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket, // ws has what y-websocket uses of it
    disableBc: true,
  })
  onTestFinished(() => provider.destroy())
  return { doc, provider }
}

/** Writes a paragraph before the `at`th. */
export function writeParagraph(doc: Y.Doc, at: number, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  contentOf(doc).insert(at, [paragraph])
}

/** Creates a meeting on a real server and gives its id. */
export async function createMeeting(address: string, content: object = {}): Promise<string> {
  const answer = await fetch(`${address}/api/meetings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
  })
  return ((await answer.json()) as { id: string }).id
}
