import { expect, test } from './fixtures.ts'
import { caretAfter, expectSaved, open } from './minutes.ts'

test('what can be referred to keeps its id while people write around it, and across a restart', async ({
  server,
  ann,
}) => {
  const id = await server.meeting({
    markdown: '# Call\n\nText.\n\nRESOLVED: It is out in May.\n\n**POLL: Go on?**\n\nACTION: Ann Bell: write it up\n',
  })
  const { actions, decisions, polls } = await server.structure(id)
  expect({ actions, decisions, polls }).toMatchObject({
    decisions: [{ text: 'It is out in May.', line: 5 }],
    polls: [{ question: 'Go on?', line: 7 }],
    actions: [{ text: 'write it up', line: 9 }],
  })

  await open(ann, id)
  await caretAfter(ann, 'Text.')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('More text.')
  await caretAfter(ann, 'write it up')
  await ann.keyboard.type(' soon')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('And more.')
  await expectSaved(ann)
  const later = {
    decisions: [{ id: decisions[0]?.id, line: 7 }],
    polls: [{ id: polls[0]?.id, line: 9 }],
    actions: [{ id: actions[0]?.id, text: 'write it up soon', line: 11 }],
  }
  await expect.poll(() => server.structure(id)).toMatchObject(later)
  await server.restart()
  expect(await server.structure(id)).toMatchObject(later)
})
