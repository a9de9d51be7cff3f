import { act } from 'react'
import { expect, onTestFinished, test } from 'vitest'

import { openSession } from '../connection/index.ts'
import { MEETING, ServerDouble, until } from '../connection/testing.ts'
import { Introduction } from '../identity/introduction.ts'
import { ownPerson } from '../presence/index.ts'
import { RecordDouble } from '../testing/record.ts'
import { createStage } from '../ui/testing/stage.ts'
import { useLiveMeeting } from './use-live-meeting.ts'

/** The page of somebody with this role, and how often its frame, which holds the text, is drawn. */
async function page(role: 'participant' | 'reader') {
  const server = new ServerDouble()
  const record = new RecordDouble()
  server.record = record
  record.visitor = record.somebody('Ann', role, 'github')
  const bob = record.somebody('Bob', 'chair', 'github')
  const session = openSession(MEETING, { connect: server.connect })
  onTestFinished(() => session.close())
  await until(session.ledger.you, (you) => you !== null)
  const open = {
    meeting: { ...MEETING, title: '', createdAt: '', updatedAt: '', base: null },
    session,
    introduction: new Introduction(session, ownPerson()),
  }
  let drawn = 0
  function Frame() {
    drawn++
    const { readsOnly, isThere } = useLiveMeeting(open, null)
    return <p>{isThere ? (readsOnly ?? 'may write') : 'nothing yet'}</p>
  }
  await createStage().show(<Frame />)
  return { record, bob, drawn: () => drawn, says: () => document.querySelector('p')?.textContent }
}

test('entries of the record draw nothing of the frame that holds the text; the right to write does', async () => {
  const { record, bob, drawn, says } = await page('participant')
  expect(says()).toBe('may write')
  const before = drawn()
  await act(async () => {
    record.act(bob, { do: 'begin-meeting' })
    record.act(bob, { do: 'check-in', as: 'present' })
    record.act(bob, { do: 'raise-hand', kind: 'reply' })
  })
  expect(drawn()).toBe(before)
  await act(async () => record.act(bob, { do: 'set-level', level: 'note-takers' }))
  expect(says()).toContain('The note takers and the chair write')
  await act(async () => record.act(bob, { do: 'set-level', level: 'frozen' }))
  expect(says()).toContain('The minutes are closed')
  await act(async () => record.act(bob, { do: 'set-level', level: 'open-floor' }))
  expect(says()).toBe('may write')
})

test('a reader is told so', async () => {
  const { says } = await page('reader')
  expect(says()).toBe('You are here to read: a chair can let you write.')
})
