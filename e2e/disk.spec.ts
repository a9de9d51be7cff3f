import { expect, test } from './fixtures.ts'
import { caretAfter, expectSaved, minutesOf, open, savingOf } from './minutes.ts'

// Elsewhere the server's own tests fail each write of a store in turn; only a limit of Linux can fill a real disk for one process.
test.skip(process.platform !== 'linux', 'only Linux can fill the disk of one process')

const BANNER = 'The server cannot write to its disk. Your changes are kept here until it can.'

test('while the disk is full the page says so within a second, calls nothing saved, and all recovers by itself', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: '# Call\n\nBefore.\n' })
  await Promise.all([open(ann, id), open(bob, id)])
  await server.fillDisk(true)
  await caretAfter(ann, 'Before.')
  await ann.keyboard.type(' Kept')
  await expect(ann.getByText(BANNER)).toBeVisible({ timeout: 1_000 })
  await expect(bob.getByText(BANNER)).toBeVisible()
  await expect(savingOf(ann)).toHaveText(/not saved yet$/)
  await expect.poll(() => server.isReady()).toBe(false)
  await ann.keyboard.type(' while full.')
  await expect(minutesOf(bob)).not.toContainText('Kept')
  const answer = await ann.request.post('/api/meetings', { data: { title: 'Another' } })
  expect(answer.status()).toBe(503)
  expect(await answer.json()).toEqual({
    error: { code: 'storage-unavailable', message: expect.stringContaining('disk') },
  })

  await server.fillDisk(false)
  await expectSaved(ann)
  await expect(ann.getByText(BANNER)).toBeHidden()
  await expect(bob.getByText(BANNER)).toBeHidden()
  await expect(minutesOf(bob)).toContainText('Before. Kept while full.')
  await expect.poll(() => server.isReady()).toBe(true)
  await server.kill()
  await server.start()
  expect(await server.minutes(id)).toBe('# Call\n\nBefore. Kept while full.\n')
})

test('a server that dies with a full disk loses nothing that was called saved, and the page brings the rest', async ({
  server,
  ann,
}) => {
  const id = await server.meeting({ markdown: '# Call\n\nBefore.\n' })
  await open(ann, id)
  await caretAfter(ann, 'Before.')
  await ann.keyboard.type(' Saved.')
  await expectSaved(ann)
  await server.fillDisk(true)
  await ann.keyboard.type(' Held.')
  await expect(ann.getByText(BANNER)).toBeVisible()
  await server.kill()
  await server.start()
  await expect(minutesOf(ann)).toContainText('Before. Saved. Held.')
  await expectSaved(ann)
  expect(await server.minutes(id)).toBe('# Call\n\nBefore. Saved. Held.\n')
})
