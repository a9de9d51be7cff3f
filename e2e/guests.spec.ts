import { expect, test } from '@playwright/test'

import { runGithubDouble } from '../packages/server/src/testing/providers/github.ts'
import { CLIENT, freeAddress, type RunningProvider } from '../packages/server/src/testing/providers/provider.ts'
import { barOf, checkIn, takeNotes } from './live.ts'
import { caretAfter, expectSaved, minutesOf } from './minutes.ts'
import { TestServer } from './server.ts'
import { comeIn, invite, stranger } from './visitors.ts'

test.describe.configure({ timeout: 120_000 })

let github: RunningProvider
let server: TestServer

test.beforeEach(async () => {
  const url = await freeAddress()
  github = await runGithubDouble({ id: 7, login: 'cem-gul', name: 'Cem Gül', company: null })
  server = await TestServer.start({
    PORT: new URL(url).port,
    PLENARY_ACCESS: 'invited',
    PLENARY_URL: url,
    PLENARY_GITHUB_URL: github.address,
    PLENARY_GITHUB_CLIENT_ID: CLIENT.clientId,
    PLENARY_GITHUB_CLIENT_SECRET: CLIENT.clientSecret,
  })
})
test.afterEach(async () => {
  await server.remove()
  await github.close()
})

test('whoever came by an invitation and a typed name is a guest for the others, and whoever signed in is not', async ({
  browser,
}) => {
  const ann = await stranger(browser, server)
  await comeIn(ann, server.firstLink, 'Ann')
  await ann.getByRole('button', { name: 'New meeting' }).click()
  await ann.getByLabel('Title').fill('A call by invitation')
  await ann.getByRole('button', { name: 'Start the meeting' }).click()
  await expect(minutesOf(ann)).toBeVisible()
  const link = await invite(ann)
  await ann.keyboard.press('Escape')

  const bob = await stranger(browser, server)
  await comeIn(bob, link, 'Bob')
  const cem = await stranger(browser, server)
  await cem.goto('/api/sign-in/github')
  await cem.goto(link)
  await expect(cem.getByText('You come as Cem Gül.')).toBeVisible()
  await cem.getByRole('button', { name: 'Come in' }).click()
  await Promise.all([checkIn(bob), checkIn(cem)])

  // In the list of who has the meeting open,
  await ann.getByRole('button', { name: '3 people here' }).click()
  const people = ann.getByRole('region', { name: '3 people here' }).getByRole('listitem')
  await expect(people).toHaveText([/Ann \(you, guest\)$/, /Bob \(guest\)$/, /Cem Gül$/])
  await ann.keyboard.press('Escape')

  // beside their carets,
  for (const [page, word] of [
    [bob, 'Bob'],
    [cem, 'Cem'],
  ] as const) {
    await expect(minutesOf(page)).toContainText(word)
    await caretAfter(page, word)
    await page.keyboard.type('!')
    await expectSaved(page)
  }
  const names = ann.locator('.caret-name')
  await expect(names.filter({ hasText: 'Bob' })).toHaveText('Bob (guest)')
  await expect(names.filter({ hasText: 'Cem' })).toHaveText('Cem Gül')

  // and for whoever says who is here. The minutes themselves hold names alone.
  await takeNotes(ann)
  await barOf(ann).getByRole('button', { name: 'Meeting', exact: true }).click()
  await ann.getByRole('button', { name: 'Who is here …' }).click()
  const here = ann.getByRole('dialog', { name: 'Who is here' })
  await expect(here.getByRole('checkbox', { name: /^Bob/ })).toHaveAccessibleName('Bob (guest)')
  await expect(here.getByRole('checkbox', { name: /^Cem/ })).toHaveAccessibleName('Cem Gül')
  await expect(minutesOf(ann)).not.toContainText('(guest')
})
