import { expect, test } from './fixtures.ts'
import { checkIn, openMeetingMenu, takeChair } from './live.ts'
import { caretAfter, expectSaved, minutesOf, open, savingOf } from './minutes.ts'
import { Network } from './network.ts'

const CALL = '# Call\n\n## Attendees\n\n- Radu Ionescu\n\n## Notes\n\nhello\n'

test.describe.configure({ timeout: 120_000 })

test('whoever was made a reader while the network was away is offered what they wrote meanwhile', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: CALL })
  const network = await Network.to(server.address)
  await open(ann, id)
  await takeChair(ann)
  await bob.goto(`${network.address}/meetings/${id}`)
  await expectSaved(bob)
  await checkIn(bob)
  await caretAfter(bob, 'hello')
  await bob.keyboard.type(' sent')
  await expect(minutesOf(ann)).toContainText('hello sent')
  await expectSaved(bob)

  // Nobody is told that it is cut: the page goes on as if it were not.
  network.fallSilent()
  await bob.keyboard.type(' and unsent')
  await openMeetingMenu(ann)
  await ann.getByRole('button', { name: 'Who is here …' }).click()
  const dialog = ann.getByRole('dialog', { name: 'Who is here' })
  await dialog.getByLabel('Bob is').selectOption('reader')
  await expect(dialog.getByLabel('Bob is')).toHaveValue('reader')
  await expect(savingOf(bob)).toHaveText(/^Offline/, { timeout: 30_000 })
  await bob.keyboard.type(' for long')

  network.recover()
  await expect(bob.getByText('You may no longer write here.')).toBeVisible({ timeout: 30_000 })
  await bob.getByRole('button', { name: 'Copy my text' }).click()
  await expect(bob.getByText('Copied.')).toBeVisible({ timeout: 30_000 })
  const copied = await bob.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('hello sent and unsent for long')

  // It came to nobody: what they read is what was sent before.
  await expect(minutesOf(ann)).toContainText('hello sent')
  await expect(minutesOf(ann)).not.toContainText('unsent')
  expect(await server.minutes(id)).not.toContain('unsent')
  network.close()
})
