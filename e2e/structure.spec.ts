import { expect, test } from './fixtures.ts'
import { caretAfter, expectSaved, open } from './minutes.ts'

test('what can be referred to keeps its id while people write around it, and across a restart', async ({
  server,
  ann,
}) => {
  const id = await server.meeting({ markdown: '# Call\n\nText.\n\nACTION: Ann Bell: write it up\n' })
  const { actions } = await server.structure(id)
  expect(actions).toMatchObject([{ text: 'write it up', line: 5 }])

  await open(ann, id)
  await caretAfter(ann, 'Text.')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('More text.')
  await caretAfter(ann, 'write it up')
  await ann.keyboard.type(' soon')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('And more.')
  await expectSaved(ann)
  const later = [{ id: actions[0]?.id, text: 'write it up soon', line: 7 }]
  await expect.poll(async () => (await server.structure(id)).actions).toMatchObject(later)
  await server.restart()
  expect((await server.structure(id)).actions).toMatchObject(later)
})
