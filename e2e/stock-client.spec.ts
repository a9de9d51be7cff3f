import * as Y from 'yjs'

import { expect, test } from './fixtures.ts'
import { caretAfter, expectSaved, minutesOf, open } from './minutes.ts'
import { join } from './stock-client.ts'

test('a stock y-websocket client and the page write the same minutes', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: '# Call\n\nFrom the page:\n' })
  await open(ann, id)

  const { content, leave } = await join(server, id)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('From the script.')])
  content.push([paragraph])
  await expect(minutesOf(ann)).toContainText('From the script.')

  await caretAfter(ann, 'From the page:')
  await ann.keyboard.type(' hello')
  await expectSaved(ann)
  await expect.poll(() => content.toJSON()).toContain('From the page: hello')
  expect(await server.minutes(id)).toBe('# Call\n\nFrom the page: hello\n\nFrom the script.\n')
  leave()
})
