import { act } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { control, fill, press, text } from '../live/testing/stage.tsx'
import { answering } from '../testing/answers.ts'
import { createStage } from '../ui/testing/stage.ts'
import { InvitationPage } from './invitation-page.tsx'
import { carryInvitation, dropInvitation, invitationToken, keepInvitation, tokenIn } from './invitation-token.ts'
import { ShareDialog } from './share-dialog.tsx'

const ID = 'abcdefghijklmnopqrstuvwxyz'
const person = { id: 'p'.repeat(26), kind: 'guest', name: 'Ann' }

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
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

  test('waits while its guest signs in elsewhere, and no longer', async () => {
    const providers = [{ id: 'github', name: 'GitHub' }]
    answering({ 'GET /api/me': () => ({ json: { person: null, administrator: false, access: 'invited', providers } }) })
    history.replaceState({}, '', `/meetings/${ID}#invitation=abc`)
    keepInvitation()
    await createStage().show(<InvitationPage token="abc" />)
    const leave = control('Sign in with GitHub')
    leave.addEventListener('click', (event) => event.preventDefault())
    await press('Sign in with GitHub')
    // They come back: another page, at the same address.
    keepInvitation()
    expect(invitationToken.get()).toBe('abc')
    keepInvitation()
    expect(invitationToken.get()).toBeNull()
    history.replaceState({}, '', '/invitation#def')
    keepInvitation()
    carryInvitation()
    dropInvitation()
    keepInvitation()
    expect(invitationToken.get()).toBeNull()
  })

  test('stays where somebody else than its guest is signed in, and signs out first', async () => {
    answering({
      'GET /api/me': () => ({ json: { person, administrator: false, access: 'invited', providers: [] } }),
      'DELETE /api/me': () => ({ status: 204 }),
    })
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
    history.replaceState({}, '', '/invitation#abc')
    keepInvitation()
    await createStage().show(<InvitationPage token="abc" />)
    await press('Sign out')
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce())
    keepInvitation()
    expect(invitationToken.get()).toBe('abc')
    dropInvitation()
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
