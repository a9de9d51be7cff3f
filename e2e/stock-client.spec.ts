import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

import { expect, test } from './fixtures.ts'
import { caretAfter, expectSaved, minutesOf, open } from './minutes.ts'

test('a stock y-websocket client and the page write the same minutes', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: '# Call\n\nFrom the page:\n' })
  await open(ann, id)

  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${server.address.replace('http', 'ws')}/sync`, id, doc, {
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.on('sync', (synced: boolean) => synced && resolve()))
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('From the script.')])
  doc.getXmlFragment('content').push([paragraph])
  await expect(minutesOf(ann)).toContainText('From the script.')

  await caretAfter(ann, 'From the page:')
  await ann.keyboard.type(' hello')
  await expectSaved(ann)
  await expect.poll(() => doc.getXmlFragment('content').toJSON()).toContain('From the page: hello')
  expect(await server.minutes(id)).toBe('# Call\n\nFrom the page: hello\n\nFrom the script.\n')
  provider.destroy()
})
