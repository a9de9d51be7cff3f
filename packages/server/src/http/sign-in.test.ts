import { describe, expect, test, vi } from 'vitest'

import { MemoryStore } from '../store/memory.ts'
import { Browser } from '../testing/browser.ts'
import type { GithubUser } from '../testing/providers/github.ts'
import { ORGANIZATION } from '../testing/providers/openid.ts'
import { newMeeting } from '../testing/server.ts'
import { ANN, MEETING, signInAs, signInWithGithub, whoIs, withGithub, withOpenid } from '../testing/sign-in-site.ts'
import { ADMINISTRATOR, asked } from '../testing/visitor.ts'

describe('signing in', () => {
  test('[WH9] with a provider of OpenID Connect makes a person of its name, the same one each time, and in every browser', async () => {
    const here = await withOpenid()
    const browser = new Browser()
    expect(await whoIs(browser, here)).toMatchObject({ person: null, providers: [{ id: 'openid', name: 'Example' }] })
    const answer = await signInAs('ann', browser, here, MEETING)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, MEETING])
    const { person } = await whoIs(browser, here)
    expect(person).toEqual({
      id: person?.id,
      kind: 'openid',
      name: 'ann of the provider',
      affiliation: ORGANIZATION,
    })
    const [other, stranger] = [new Browser(), new Browser()]
    await signInAs('ann', other, here)
    await signInAs('bob', stranger, here)
    expect((await whoIs(other, here)).person).toEqual(person)
    expect((await whoIs(stranger, here)).person?.id).not.toBe(person?.id)
  })

  test('[WH9] with GitHub brings the handle too, and a new name at the next time', async () => {
    const user = { ...ANN }
    const here = await withGithub(user)
    const browser = new Browser()
    expect((await signInWithGithub(browser, here)).headers.get('location')).toBe('/')
    const { person } = await whoIs(browser, here)
    expect(person).toMatchObject({ kind: 'github', name: 'Ann Lee', handle: 'ann-lee' })
    Object.assign(user, { login: 'ann-l', name: null })
    await signInWithGithub(browser, here)
    expect((await whoIs(browser, here)).person).toEqual({
      id: person?.id,
      kind: 'github',
      name: 'ann-l',
      handle: 'ann-l',
    })
    Object.assign(user, { id: 8 })
    await signInWithGithub(browser, here)
    expect((await whoIs(browser, here)).person?.id).not.toBe(person?.id)
  })

  test('[WH9] brings an affiliation where somebody has said none', async () => {
    const user: GithubUser = { ...ANN, company: '@quayside' }
    const here = await withGithub(user)
    const browser = new Browser()
    await signInWithGithub(browser, here)
    expect((await whoIs(browser, here)).person).toMatchObject({ affiliation: 'quayside' })
    const headers = { cookie: browser.cookiesFor(new URL(here.url)) }
    await asked(here.app, 'POST', '/api/me', { body: { name: 'Ann Lee', affiliation: 'W3C' }, headers })
    await signInWithGithub(browser, here)
    expect((await whoIs(browser, here)).person).toMatchObject({ affiliation: 'W3C' })
  })

  test('[WH9] says who somebody is and gives no role; a name that a provider vouches for is changed there', async () => {
    const here = await withGithub(ANN)
    const browser = new Browser()
    await signInWithGithub(browser, here)
    expect((await browser.ask(`${here.url}/api/meetings`)).status).toBe(403)
    const headers = { cookie: browser.cookiesFor(new URL(here.url)) }
    const post = async (body: object): Promise<number> =>
      (await asked(here.app, 'POST', '/api/me', { body, headers })).statusCode
    expect(await post({ name: 'Somebody else' })).toBe(403)
    expect(await post({ name: 'Ann Lee', affiliation: 'W3C' })).toBe(200)
    expect((await whoIs(browser, here)).person).toMatchObject({
      name: 'Ann Lee',
      affiliation: 'W3C',
      handle: 'ann-lee',
    })
  })

  test('[WH10] a guest who signs in stays who they are, with their roles; their earlier cookie is that of nobody', async () => {
    const here = await withGithub(ANN)
    const id = await newMeeting(here.app, {}, ADMINISTRATOR)
    const offer = {
      scope: { of: 'meeting', id },
      meeting: id,
      role: 'chair',
      by: null,
      until: null,
      uses: null,
    } as const
    const made: string[] = []
    const invite = async (): Promise<string> => {
      const invitation = await here.entrance.invitations.make(offer)
      made.push(invitation.id)
      return invitation.token
    }
    const accept = async (browser: Browser): Promise<void> => {
      const body = { token: await invite(), name: 'Ann' }
      const [cookie] = (await asked(here.app, 'POST', '/api/invitations/accept', { body })).cookies
      browser.set(new URL(here.url), cookie?.name ?? '', cookie?.value ?? '')
    }
    const browser = new Browser()
    await accept(browser)
    const guest = (await whoIs(browser, here)).person
    const before = browser.cookiesFor(new URL(here.url))
    await signInWithGithub(browser, here)
    expect((await whoIs(browser, here)).person).toMatchObject({ id: guest?.id, kind: 'github', name: 'Ann Lee' })
    expect((await browser.ask(`${here.url}/api/meetings/${id}/invitations`)).status).toBe(200)
    const old = await asked(here.app, 'GET', '/api/me', { headers: { cookie: before } })
    expect(old.json()).toMatchObject({ person: null })

    const elsewhere = new Browser()
    await accept(elsewhere)
    const other = (await whoIs(elsewhere, here)).person
    await signInWithGithub(elsewhere, here)
    expect((await whoIs(elsewhere, here)).person?.id).toBe(guest?.id)
    expect((await here.store.register.under(`grant!${other?.id}!`)).size).toBe(0)
    expect((await here.store.register.under(`grant!${guest?.id}!`)).size).toBe(2)
    // Revoking takes away what an invitation gave, also from whoever has it now.
    for (const invitation of made) await here.entrance.invitations.revoke(offer.scope, invitation)
    expect((await here.store.register.under(`grant!${guest?.id}!`)).size).toBe(0)
  })

  test('[RL3] what is revoked while its holder signs in is gone, also where it was about to be somebody else’s', async () => {
    const store = new MemoryStore()
    const here = await withGithub(ANN, store)
    await signInWithGithub(new Browser(), here)
    const id = await newMeeting(here.app, {}, ADMINISTRATOR)
    const scope = { of: 'meeting', id } as const
    const invitation = await here.entrance.invitations.make({
      scope,
      meeting: id,
      role: 'chair',
      by: null,
      until: null,
      uses: null,
    })
    const browser = new Browser()
    const body = { token: invitation.token, name: 'Ann' }
    const [cookie] = (await asked(here.app, 'POST', '/api/invitations/accept', { body })).cookies
    browser.set(new URL(here.url), cookie?.name ?? '', cookie?.value ?? '')
    let revoked: Promise<boolean> | undefined
    const put = store.register.put.bind(store.register)
    vi.spyOn(store.register, 'put').mockImplementation(async (changes) => {
      if ([...changes.keys()].some((key) => key.startsWith('identity!'))) {
        revoked = here.entrance.invitations.revoke(scope, invitation.id)
        // As long as a disk may take.
        await new Promise((resolve) => setImmediate(resolve))
      }
      await put(changes)
    })
    await signInWithGithub(browser, here)
    expect(await revoked).toBe(true)
    expect((await store.register.under('grant!')).size).toBe(0)
  })
})
