import { expect, test } from '@playwright/test'

import { checkIn } from './live.ts'
import { caretAfter, expectSaved, minutesOf } from './minutes.ts'
import { TestServer } from './server.ts'
import { comeIn, invite, stranger } from './visitors.ts'

test.describe.configure({ timeout: 120_000 })

let server: TestServer

test.beforeEach(async () => {
  server = await TestServer.start({ PLENARY_ACCESS: 'invited' })
})
test.afterEach(() => server.remove())

test('the first link makes an administrator, who invites by links that can be revoked; nobody else comes in', async ({
  browser,
}) => {
  const ann = await stranger(browser, server)
  await comeIn(ann, server.firstLink, 'Ann')
  await expect(ann.getByRole('heading', { name: 'Meetings' })).toBeVisible()
  await ann.getByRole('button', { name: 'New meeting' }).click()
  await ann.getByLabel('Title').fill('A call by invitation')
  await ann.getByRole('button', { name: 'Start the meeting' }).click()
  await expect(minutesOf(ann)).toBeVisible()
  await checkIn(ann)
  await expect(minutesOf(ann)).toContainText('Ann')

  const link = await invite(ann)
  const share = ann.getByRole('dialog', { name: 'Share' })
  const address = link.replace(/#.*/, '')

  const bob = await stranger(browser, server)
  await comeIn(bob, link, 'Bob')
  await expect(bob).toHaveURL(address)
  await checkIn(bob)
  await expect(minutesOf(bob)).toContainText('Bob')
  await caretAfter(bob, 'Bob')
  await bob.keyboard.type(' of Quayside')
  await expect(minutesOf(ann)).toContainText('Bob of Quayside')
  await expectSaved(bob)

  const cem = await stranger(browser, server)
  await cem.goto(address)
  await expect(cem.getByRole('alert')).toBeVisible()
  await expect(minutesOf(cem)).toHaveCount(0)

  await share.getByRole('button', { name: /^Revoke: Participant/ }).click()
  await expect(share).toContainText('The invitation is revoked')
  await comeIn(cem, link, 'Cem')
  await expect(cem.getByRole('alert')).toContainText('no longer')

  // What it gave goes with it.
  await bob.goto(address)
  await expect(bob.getByRole('alert')).toContainText('You have not been invited')
})
