import { expect, test } from './fixtures.ts'
import { caretAfter, expectSaved, minutesOf, open, savingOf } from './minutes.ts'
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
