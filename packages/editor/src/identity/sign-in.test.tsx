import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Me } from '../app/people-api.ts'
import { control, fill, liveStage, press, text } from '../live/testing/stage.tsx'
import { ownPerson } from '../presence/index.ts'
import { type Answers, answering } from '../testing/answers.ts'
import { createStage } from '../ui/testing/stage.ts'
import { failedSignIn, keepFailedSignIn } from './failed-sign-in.ts'
import { Introduction } from './introduction.ts'
import { NotLetIn } from './not-let-in.tsx'
import { OwnName } from './own-name.tsx'
import { SignInNews } from './sign-in-news.tsx'
import { SignIn } from './sign-in.tsx'

const ID = 'abcdefghijklmnopqrstuvwxyz'
const ann = { id: 'p'.repeat(26), kind: 'github', name: 'Ann Lee', affiliation: 'Quayside' } as const
const providers = [{ id: 'github', name: 'GitHub' }]

function serverOf(me: Partial<Me>): Answers {
  const json = { person: null, administrator: false, access: 'invited', providers, ...me }
  return answering({
    'GET /api/me': () => ({ json }),
    'POST /api/me': () => ({ json }),
    'DELETE /api/me': () => ({ status: 204 }),
  })
}

beforeEach(() => {
  localStorage.clear()
  history.replaceState({}, '', `/meetings/${ID}`)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('signing in', () => {
  test('is offered by whoever this server takes the word of, and leads back here', async () => {
    serverOf({})
    await createStage().show(<SignIn intro="Or:" />)
    expect(control('Sign in with GitHub').getAttribute('href')).toBe(`/api/sign-in/github?back=%2Fmeetings%2F${ID}`)
  })

  test('is not mentioned where there is no such way', async () => {
    serverOf({ providers: [] })
    await createStage().show(<SignIn intro="Or:" />)
    expect(text()).toBe('')
  })

  test('that came to nothing is said once, by the name of the provider', async () => {
    serverOf({})
    history.replaceState({}, '', `/meetings/${ID}#sign-in=unreachable&by=github`)
    keepFailedSignIn()
    expect(location.href).toMatch(new RegExp(`/meetings/${ID}$`))
    await createStage().show(<SignInNews className="x" />)
    expect(text()).toContain('You are not signed in: GitHub cannot be reached.')
    await press('Put it away')
    expect(text()).toBe('')
    expect(failedSignIn.get()).toBeNull()
  })

  test('is offered to a guest in a meeting, too', async () => {
    serverOf({})
    const { session, show } = await liveStage({ kind: 'guest' })
    await show(<OwnName me={ownPerson()} introduction={new Introduction(session, ownPerson())} />)
    expect(control('Sign in with GitHub')).toBeDefined()
  })
})

describe('somebody who is not let in', () => {
  test('and is unknown gets the ways to say who they are, and hears that an invitation is needed', async () => {
    serverOf({})
    await createStage().show(<NotLetIn message="Say who you are first." onRetry={() => {}} />)
    expect(text('[role=alert]')).toBe('Say who you are first.')
    expect(control('Sign in with GitHub')).toBeDefined()
    expect(text()).toContain('An invitation link lets you in')
    expect(() => control('Sign out')).toThrow('there is no')
  })

  test('and has signed in sees as whom, what to do, and can sign out', async () => {
    const { asked } = serverOf({ person: ann })
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
    localStorage.setItem('plenary:person', JSON.stringify({ id: 'x', name: 'Ann' }))
    localStorage.setItem('plenary:affiliation', 'Quayside')
    localStorage.setItem(`plenary:meeting:${ID}`, '{}')
    await createStage().show(<NotLetIn message="You have not been invited." onRetry={() => {}} />)
    expect(text()).toContain('You are signed in as Ann Lee, Quayside.')
    expect(text()).toContain('send you an invitation link')
    await press('Sign out')
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce())
    expect(asked.at(-1)?.method).toBe('DELETE')
    expect(localStorage.length).toBe(0)
  })

  test('is told where signing out does not work', async () => {
    answering({ 'GET /api/me': () => ({ json: { person: ann, administrator: false, access: 'invited', providers } }) })
    await createStage().show(<NotLetIn message="You have not been invited." onRetry={() => {}} />)
    await press('Sign out')
    expect(text()).toContain('There is nothing here.')
  })
})

describe('somebody who is signed in', () => {
  test('says for whom they are here; their name is said elsewhere', async () => {
    const { asked } = serverOf({ person: ann })
    const { session, show } = await liveStage()
    await show(<OwnName me={ownPerson()} introduction={new Introduction(session, ownPerson())} />)
    expect(text()).toContain('You are signed in as Ann.')
    await fill('Affiliation', 'W3C')
    await act(async () => control('Save').click())
    expect(asked.at(-1)).toEqual({ method: 'POST', path: '/api/me', body: { name: 'Ann', affiliation: 'W3C' } })
    expect(text('output')).toBe('Saved.')
  })

  test.each([
    ['Sign out', '/api/me'],
    ['Sign out everywhere', '/api/me?everywhere=true'],
  ])('and presses “%s” leaves this browser, or all of theirs', async (button, path) => {
    const { asked } = answering({ [`DELETE ${path}`]: () => ({ status: 204 }) })
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
    const { session, show } = await liveStage()
    await show(<OwnName me={ownPerson()} introduction={new Introduction(session, ownPerson())} />)
    await press(button)
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce())
    expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path })
  })
})
