import type { Person } from '@plenary/shared/meeting'
import type { Editor } from '@tiptap/core'
import { act } from 'react'
import { describe, expect, test } from 'vitest'
import { applyAwarenessUpdate, type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'

import { capturing, markdownOf } from '../capture/testing/capturing.ts'
import { ServerDouble } from '../connection/testing.ts'
import { RecordDouble } from '../testing/record.ts'
import { Scribe } from './scribe.tsx'
import { joinedStage, type LiveStage } from './testing/stage.tsx'

const MINUTES = 'Present: Ann Lee (AL), Bob Ray (BR)\n\nAL: Hi.\n\nBR: Ho.\n\n‸\n'

/** A meeting with some pages, each with the caret in a line of its own text: what one writes the others would get beside theirs. */
async function meeting() {
  const server = new ServerDouble()
  const record = new RecordDouble()
  server.record = record
  const somebody = (name: string) => record.somebody(name, 'note-taker', 'github')
  const pages: { readonly stage: LiveStage; readonly editor: Editor; readonly awareness: Awareness }[] = []
  const open = async (person: Person, move: number) => {
    record.visitor = person
    const editor = await capturing(MINUTES)
    const stage = await joinedStage(server, record, { editor })
    const { awareness } = stage.session
    awareness.setLocalState({ user: { id: person.id, name: person.name }, ...(move > 0 && { cursor: { move } }) })
    pages.push({ stage, editor, awareness })
    await stage.show(<Scribe />)
    for (const one of pages) for (const other of pages) tell(one.awareness, other.awareness)
    return { awareness, writes: () => markdownOf(editor).includes('Zoe Park:') }
  }
  const zoe = somebody('Zoe Park')
  const calls = () =>
    act(async () => {
      record.act(zoe, { do: 'raise-hand', kind: 'reply' })
      const [turn] = record.ledger.state.queue.turns
      record.act(zoe, { do: 'call-speaker', turn: turn?.turn ?? '' })
    })
  return { record, somebody, open, calls }
}

function tell(from: Awareness, to: Awareness): void {
  if (from !== to) applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'remote')
}

describe('the name of whoever is called', () => {
  test('is written by one of two pages of the note taker: that whose caret moved last', async () => {
    const { record, somebody, open, calls } = await meeting()
    const ann = somebody('Ann Lee')
    record.act(ann, { do: 'take-over' })
    const [laptop, phone] = [await open(ann, 8), await open(ann, 3)]
    await calls()
    expect([laptop.writes(), phone.writes()]).toEqual([true, false])
  })

  test('is written by the next note taker where the first has no page open', async () => {
    const { record, somebody, open, calls } = await meeting()
    const [ann, bob] = [somebody('Ann Lee'), somebody('Bob Ray')]
    record.act(ann, { do: 'take-over' })
    record.act(bob, { do: 'take-over' })
    const page = await open(bob, 1)
    await calls()
    expect(page.writes()).toBe(true)
  })

  test('is written by nobody who takes no notes, whoever moved last', async () => {
    const { record, somebody, open, calls } = await meeting()
    const [ann, bob] = [somebody('Ann Lee'), somebody('Bob Ray')]
    record.act(ann, { do: 'take-over' })
    const [first, other] = [await open(ann, 1), await open(bob, 2)]
    await calls()
    expect([first.writes(), other.writes()]).toEqual([true, false])
  })

  test('is not written again by a page that hears later of what was before it came', async () => {
    const { record, somebody, open, calls } = await meeting()
    const ann = somebody('Ann Lee')
    record.act(ann, { do: 'take-over' })
    const page = await open(ann, 1)
    // As the second frame of a long record.
    record.ledger.now -= 60_000
    await calls()
    expect(page.writes()).toBe(false)
    record.ledger.now += 60_000
    await calls()
    expect(page.writes()).toBe(true)
  })
})
