import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test'

import { type GithubUser, runGithubDouble } from '../packages/server/src/testing/providers/github.ts'
import { nameAt, ORGANIZATION, runOpenidProvider } from '../packages/server/src/testing/providers/openid.ts'
import { CLIENT, freeAddress, type RunningProvider } from '../packages/server/src/testing/providers/provider.ts'
import { expectFine } from './axe.ts'
import { checkIn } from './live.ts'
import { caretAfter, expectSaved, minutesOf } from './minutes.ts'
import { TestServer } from './server.ts'
import { stranger } from './visitors.ts'

test.describe.configure({ timeout: 120_000 })

const TOKEN = 'the-token-of-the-operator-of-tests'
const GIL: GithubUser = { id: 7, login: 'gil-h', name: 'Gil Hart', company: '@northpier' }

let server: TestServer
let openid: RunningProvider
let github: RunningProvider
let meeting: string

test.beforeEach(async () => {
  const url = await freeAddress()
  openid = await runOpenidProvider(`${url}/api/sign-in/openid/callback`)
  github = await runGithubDouble(GIL)
  server = await TestServer.start({
    PORT: new URL(url).port,
    PLENARY_URL: url,
    PLENARY_ACCESS: 'invited',
    PLENARY_TOKEN: TOKEN,
    PLENARY_OPENID_ISSUER: openid.address,
    PLENARY_OPENID_NAME: 'Harbour ID',
    PLENARY_OPENID_CLIENT_ID: CLIENT.clientId,
    PLENARY_OPENID_CLIENT_SECRET: CLIENT.clientSecret,
    PLENARY_GITHUB_URL: github.address,
    PLENARY_GITHUB_CLIENT_ID: CLIENT.clientId,
    PLENARY_GITHUB_CLIENT_SECRET: CLIENT.clientSecret,
  })
  const { id } = await asOperator<{ id: string }>('/api/meetings', {
    markdown: '# Call\n\n## Attendees\n\n## Notes\n\nFirst line.\n',
  })
  meeting = `/meetings/${id}`
})
test.afterEach(async () => {
  await server.remove()
  await Promise.all([openid.close(), github.close()])
})

async function asOperator<Answer>(path: string, body: object): Promise<Answer> {
  const answer = await fetch(server.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Answer
}

async function invitationFor(role: 'participant' | 'reader'): Promise<string> {
  return (await asOperator<{ url: string }>(`/api${meeting}/invitations`, { role })).url
}

/** A browser that has never been here, and goes to providers. */
async function visitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await stranger(browser, server, options)
  // Their own pages ask for these, and would wait.
  await page.context().route('https://fonts.googleapis.com/**', (route) => route.abort())
  return page
}

async function leaveFor(page: Page, provider: 'Harbour ID' | 'GitHub'): Promise<void> {
  await page.getByRole('link', { name: `Sign in with ${provider}` }).click()
}

/** What somebody does at the provider of OpenID Connect, who was never there. */
async function agreeAs(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function openOwnName(page: Page): Promise<void> {
  await page.getByRole('button', { name: /(?:person|people) here$/ }).click()
}

test('whoever signs in at the address of a meeting comes back to it, and does what they were invited to, until they sign out', async ({
  browser,
}) => {
  const ann = await visitor(browser)
  await ann.goto(meeting)
  await expect(ann.getByRole('heading', { name: 'This meeting is not open to everybody' })).toBeVisible()
  await expect(ann.getByRole('alert')).toContainText('Say who you are first')
  await leaveFor(ann, 'Harbour ID')
  await agreeAs(ann, 'ann')

  await expect(ann).toHaveURL(server.address + meeting)
  await expect(ann.getByRole('alert')).toContainText('You have not been invited')
  await expect(ann.getByRole('main')).toContainText(`You are signed in as ${nameAt('ann')}, ${ORGANIZATION}.`)
  await expect(ann.getByRole('main')).toContainText('can send you an invitation link')

  await ann.goto(await invitationFor('participant'))
  await expect(ann.getByText(`You come as ${nameAt('ann')}.`)).toBeVisible()
  await ann.getByRole('button', { name: 'Come in' }).click()
  await checkIn(ann)
  await expect(minutesOf(ann)).toContainText(nameAt('ann'))
  await expect(minutesOf(ann)).toContainText(ORGANIZATION)
  await expect(ann.getByRole('dialog', { name: 'Who is writing?' })).toHaveCount(0)
  await caretAfter(ann, 'First line.')
  await ann.keyboard.type(' And a second one.')
  await expectSaved(ann)

  const cookies = await ann.context().cookies(server.address)
  expect(cookies).toEqual([expect.objectContaining({ name: 'plenary', httpOnly: true, sameSite: 'Lax', path: '/' })])
  expect(await ann.evaluate(() => document.cookie)).toBe('')

  await ann.reload()
  await expect(minutesOf(ann)).toContainText('And a second one.')
  await openOwnName(ann)
  await expect(ann.getByRole('listitem').filter({ hasText: '(you)' })).toHaveText(`${nameAt('ann')} (you)`)
  await expect(ann.getByText(`You are signed in as ${nameAt('ann')}.`)).toBeVisible()

  await ann.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(ann.getByRole('heading', { name: 'This meeting is not open to everybody' })).toBeVisible()
  await expect(ann.getByRole('alert')).toContainText('Say who you are first')
  expect(await ann.context().cookies(server.address)).toEqual([])
  const left = await ann.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...Object.keys(localStorage).filter((key) => /meeting|affiliation/.test(key)),
  ])
  expect(left).toEqual([])
})

test('whoever was invited to read signs in on the page of the invitation, and reads', async ({ browser }) => {
  const gil = await visitor(browser)
  await gil.goto(await invitationFor('reader'))
  await leaveFor(gil, 'GitHub')
  await expect(gil.getByText('You come as Gil Hart.')).toBeVisible()
  await gil.getByRole('button', { name: 'Come in' }).click()
  await expect(gil).toHaveURL(server.address + meeting)
  await expect(gil.getByText('You are here to read')).toBeVisible()
  await expect(minutesOf(gil)).toHaveAttribute('contenteditable', 'false')
  await openOwnName(gil)
  await expect(gil.getByRole('listitem').filter({ hasText: '(you)' })).toHaveText('Gil Hart (you)')
  await expect(gil.getByLabel('Affiliation')).toHaveValue('northpier')
})

test('a guest who signs in stays who they are, and is no guest any more', async ({ browser }) => {
  const gil = await visitor(browser)
  await gil.goto(await invitationFor('participant'))
  await gil.getByLabel('Your name').fill('Gil')
  await gil.getByRole('button', { name: 'Come in' }).click()
  await checkIn(gil)
  await openOwnName(gil)
  await expect(gil.getByRole('listitem').filter({ hasText: '(you' })).toHaveText('Gil (you, guest)')
  await leaveFor(gil, 'GitHub')
  await expect(gil).toHaveURL(server.address + meeting)
  await expect(gil.getByRole('button', { name: /^You are here/ })).toBeVisible()
  await openOwnName(gil)
  await expect(gil.getByRole('listitem').filter({ hasText: '(you' })).toHaveText('Gil Hart (you)')
})

test('a sign-in that comes to nothing leads back to the meeting, with a sentence', async ({ browser }) => {
  const ann = await visitor(browser)
  const news = ann.getByRole('status').filter({ hasText: 'You are not signed in' })
  await ann.goto(meeting)
  await leaveFor(ann, 'Harbour ID')
  await ann.getByRole('link', { name: 'Cancel' }).click()
  await expect(ann).toHaveURL(server.address + meeting)
  await expect(news).toContainText('signing in with Harbour ID was cancelled')
  await news.getByRole('button', { name: 'Put it away' }).click()
  await expect(news).toHaveCount(0)

  // The server forgets what was begun, as it does after ten minutes.
  await leaveFor(ann, 'Harbour ID')
  await server.restart()
  await agreeAs(ann, 'ann')
  await expect(ann).toHaveURL(server.address + meeting)
  await expect(news).toContainText('within ten minutes')
  await ann.reload()
  await expect(ann.getByRole('alert')).toContainText('Say who you are first')
  await expect(news).toHaveCount(0)

  // It is down from here on; the server has asked it before, and was restarted since.
  await server.restart()
  await openid.close()
  await leaveFor(ann, 'Harbour ID')
  await expect(ann).toHaveURL(server.address + meeting)
  await expect(news).toContainText('Harbour ID cannot be reached')
})

test('what a provider has answered once is worth nothing again, here or in another browser', async ({ browser }) => {
  const ann = await visitor(browser)
  const returns: string[] = []
  ann.on('request', (request) => {
    if (request.url().includes('/callback?')) returns.push(request.url())
  })
  await ann.goto(meeting)
  await leaveFor(ann, 'Harbour ID')
  await agreeAs(ann, 'ann')
  await expect(ann.getByRole('alert')).toContainText('You have not been invited')
  const [answer = ''] = returns
  const other = await visitor(browser)
  for (const page of [ann, other]) {
    await page.goto(answer)
    await expect(page).toHaveURL(`${server.address}/`)
    await expect(page.getByRole('status').filter({ hasText: 'within ten minutes' })).toBeVisible()
  }
  await expect(other.getByRole('alert')).toContainText('Say who you are first')
  await expect(ann.getByText(`You are signed in as ${nameAt('ann')}`)).toBeVisible()
})

for (const { name, ...viewport } of [
  { name: 'desktop', width: 1280, height: 800 },
  { name: 'phone', width: 390, height: 844 },
] as const) {
  test(`axe finds nothing where somebody signs in, and all of it fits: ${name}`, async ({ browser }) => {
    const ann = await visitor(browser, { viewport, reducedMotion: 'reduce' })
    const signIn = ann.getByRole('link', { name: 'Sign in with Harbour ID' })
    for (const [where, path] of [
      ['meeting', meeting],
      ['projector', `${meeting}/projector`],
      ['home', '/'],
      ['failed', `${meeting}#sign-in=unreachable&by=openid`],
      ['invitation', await invitationFor('participant')],
    ] as const) {
      await ann.goto('about:blank')
      await ann.goto(path)
      await expect(signIn).toBeVisible()
      await expectFine(ann, `${name} sign-in ${where}`)
    }
    await leaveFor(ann, 'Harbour ID')
    await agreeAs(ann, 'ann')
    await expect(ann.getByText('You come as')).toBeVisible()
    await expectFine(ann, `${name} sign-in known`)
    await ann.goto('/')
    await expect(ann.getByRole('alert')).toBeVisible()
    await expectFine(ann, `${name} sign-in nothing`)
    await ann.goto(await invitationFor('participant'))
    await ann.getByRole('button', { name: 'Come in' }).click()
    await expect(minutesOf(ann)).toBeVisible()
    await openOwnName(ann)
    await expect(ann.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible()
    await expectFine(ann, `${name} sign-in name`)
  })
}
