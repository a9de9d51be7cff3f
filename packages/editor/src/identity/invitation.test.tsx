import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { control, fill, press, text } from '../live/testing/stage.tsx'
import { answering } from '../testing/answers.ts'
import { createStage } from '../ui/testing/stage.ts'
import { InvitationPage } from './invitation-page.tsx'
import { invitationToken, keepInvitation, tokenIn } from './invitation-token.ts'
import { ShareDialog } from './share-dialog.tsx'
import { SignIn } from './sign-in.tsx'

const ID = 'abcdefghijklmnopqrstuvwxyz'
const person = { id: 'p'.repeat(26), kind: 'guest', name: 'Ann' }

beforeEach(() => {
  localStorage.clear()
  history.replaceState({}, '', '/')
})
afterEach(() => vi.unstubAllGlobals())

describe('an invitation', () => {
  test('is in the fragment of two addresses, and in no other', () => {
    expect(tokenIn('/invitation', '#abc')).toBe('abc')
    expect(tokenIn(`/meetings/${ID}`, '#invitation=abc')).toBe('abc')
    expect(tokenIn(`/meetings/${ID}`, '#minutes')).toBeNull()
    expect(tokenIn('/invitation', '')).toBeNull()
  })

  test('leaves the address at once', () => {
    history.replaceState({}, '', `/meetings/${ID}#invitation=abc`)
    keepInvitation()
    expect(invitationToken.get()).toBe('abc')
    expect(location.href).toMatch(new RegExp(`/meetings/${ID}$`))
  })

  test('lets somebody in by a name, and leads where they were invited to', async () => {
    const { asked } = answering({
      'GET /api/me': () => ({ json: { person: null, administrator: false, access: 'invited', providers: [] } }),
      'POST /api/invitations/accept': () => ({ json: { person, meeting: ID, role: 'participant' } }),
    })
    await createStage().show(<InvitationPage token="abc" />)
    await fill('Your name', 'Ann')
    await press('Come in')
    expect(asked.at(-1)?.body).toEqual({ token: 'abc', name: 'Ann' })
    expect(location.pathname).toBe(`/meetings/${ID}`)
    expect(invitationToken.get()).toBeNull()
  })

  test('asks nothing of whom the server knows', async () => {
    const { asked } = answering({
      'GET /api/me': () => ({ json: { person, administrator: false, access: 'invited', providers: [] } }),
      'POST /api/invitations/accept': () => ({ json: { person, meeting: null, role: 'chair' } }),
    })
    await createStage().show(<InvitationPage token="abc" />)
    expect(text()).toContain('You come as Ann.')
    await press('Come in')
    expect(asked.at(-1)?.body).toEqual({ token: 'abc' })
    expect(location.pathname).toBe('/')
  })

  test('that is of no use says why', async () => {
    answering({
      'POST /api/invitations/accept': () => ({
        status: 403,
        json: { error: { code: 'forbidden', message: 'This invitation has expired. Ask for a new one.' } },
      }),
    })
    await createStage().show(<InvitationPage token="abc" />)
    await fill('Your name', 'Ann')
    await press('Come in')
    expect(text('[role=alert]')).toBe('This invitation has expired. Ask for a new one.')
  })
})

describe('sharing', () => {
  test('makes a link with a role and an end, shows it once, lists and revokes', async () => {
    let left = [{ id: 'i1', role: 'participant', group: false, until: null, uses: null, used: 2 }]
    const { asked } = answering({
      [`GET /api/meetings/${ID}/invitations`]: () => ({ json: { invitations: left } }),
      [`POST /api/meetings/${ID}/invitations`]: () => ({
        status: 201,
        json: { id: 'i2', url: 'http://x/#invitation=t' },
      }),
      [`DELETE /api/meetings/${ID}/invitations/i1`]: () => {
        left = []
        return { status: 204 }
      },
    })
    await createStage().show(<ShareDialog meeting={ID} onClose={() => undefined} />)
    expect(text('.invitations')).toContain('Participantdoes not end by itself, used 2 times')
    const role = document.querySelector('select')
    await act(async () => {
      if (role !== null) role.value = 'note-taker'
      role?.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await press('Make a link')
    const made = asked.find(({ method }) => method === 'POST')
    expect(made?.body).toEqual({ role: 'note-taker', hours: 168 })
    const link = document.querySelector<HTMLInputElement>('input[readonly]')
    expect(link?.value).toBe('http://x/#invitation=t')
    await press(/^Revoke: Participant/)
    expect(() => control(/^Revoke/)).toThrow('there is no')
  })
})

describe('signing in', () => {
  test('is offered by whoever this server takes the word of, and leads back here', async () => {
    history.replaceState({}, '', `/meetings/${ID}`)
    const providers = [{ id: 'github', name: 'GitHub' }]
    answering({ 'GET /api/me': () => ({ json: { person: null, administrator: false, access: 'open', providers } }) })
    await createStage().show(<SignIn />)
    expect(control('Sign in with GitHub').getAttribute('href')).toBe(`/api/sign-in/github?back=%2Fmeetings%2F${ID}`)
  })

  test('is not mentioned where there is no such way', async () => {
    answering({
      'GET /api/me': () => ({ json: { person: null, administrator: false, access: 'open', providers: [] } }),
    })
    await createStage().show(<SignIn />)
    expect(document.querySelector('a')).toBeNull()
  })
})
