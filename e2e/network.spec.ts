import { expect, test } from './fixtures.ts'
import { caretAfter, expectSaved, exportOf, minutesOf, open, savingOf } from './minutes.ts'
import { Network } from './network.ts'

test('a network that silently drops everything is noticed within ten seconds, and nothing is lost by it', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: '# Call\n\nAnn:\n\nBob:\n' })
  const network = await Network.to(server.address)
  await ann.goto(`${network.address}/meetings/${id}`)
  await expectSaved(ann)
  await open(bob, id)
  await expect(bob.getByRole('button', { name: '2 people here' })).toBeVisible()
  network.fallSilent()
  await caretAfter(bob, 'Bob:')
  await bob.keyboard.type(' meanwhile')
  await expect(savingOf(ann)).toHaveText(/^Offline/, { timeout: 10_000 })
  await caretAfter(ann, 'Ann:')
  await ann.keyboard.type(' offline')
  // The server has noticed too: Ann is no longer among those who are here.
  await expect(bob.getByRole('button', { name: '1 person here' })).toBeVisible({ timeout: 10_000 })
  network.recover()
  await expectSaved(ann)
  await expect(minutesOf(ann)).toContainText('Bob: meanwhile')
  await expect(minutesOf(bob)).toContainText('Ann: offline')
  network.close()
})

test('a tab that the browser had frozen finds its way back when it goes on', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: '# Call\n\nAnn:\n\nBob:\n' })
  await Promise.all([open(ann, id), open(bob, id)])
  const devtools = await ann.context().newCDPSession(ann)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await server.kill()
  await server.start()
  await expectSaved(bob)
  await caretAfter(bob, 'Bob:')
  await bob.keyboard.type(' while Ann slept')
  await expectSaved(bob)
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await expect(minutesOf(ann)).toContainText('Bob: while Ann slept', { timeout: 10_000 })
  await expectSaved(ann)
  await caretAfter(ann, 'Ann:')
  await ann.keyboard.type(' awake')
  await expect(minutesOf(bob)).toContainText('Ann: awake')
})

test('what a page fetches after it was opened is fetched again until it is there', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: '# Call\n\nNotes\n' })
  const refused = new Map<string, number>()
  await ann.route(/\/assets\/(all-blocks|understand-now|house-model)-/, (route) => {
    const url = route.request().url()
    const tries = (refused.get(url) ?? 0) + 1
    refused.set(url, tries)
    return tries <= 2 ? route.abort() : route.continue()
  })
  await open(ann, id)
  await caretAfter(ann, 'Notes')
  await expect.poll(() => [...refused.values()]).toEqual([3, 3, 3])
  await expect(async () => {
    await ann.keyboard.press('ControlOrMeta+Enter')
    await expect(ann.getByRole('listbox')).toBeVisible({ timeout: 500 })
  }).toPass()
})

test('a part of the page that is wanted while the server is down comes when it is back, and the rest goes on', async ({
  server,
  ann,
}) => {
  const id = await server.meeting({ markdown: '# Call\n\nNotes\n' })
  await open(ann, id)
  await server.kill()
  await ann.getByRole('button', { name: 'Export' }).click()
  await caretAfter(ann, 'Notes')
  await ann.keyboard.type(' of today')
  await expect(minutesOf(ann)).toContainText('Notes of today')
  await server.start()
  await exportOf(ann).getByRole('button', { name: 'Try again' }).click()
  await expect(exportOf(ann)).toContainText('Notes of today')
  await expectSaved(ann)
})
