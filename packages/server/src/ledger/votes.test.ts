import type { Command, PollTerms } from '@plenary/shared/ledger'
import type { Answer } from '@plenary/shared/protocol'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'

import { eventually } from '../testing/eventually.ts'
import { Participant } from '../testing/participant.ts'
import { believing, member, named } from '../testing/people.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'

const TERMS: PollTerms = {
  block: null,
  question: 'Adopt the reef proposal?',
  options: ['For', 'Neutral', 'Against'],
  shows: 'at-close',
  secret: false,
  guests: true,
}

interface Room {
  readonly app: FastifyInstance
  readonly url: string
  readonly id: string
  join(name: string): Promise<Participant>
}

async function meeting(): Promise<Room> {
  const { app } = await testServer({ entrance: believing() })
  const [id, url] = [await newMeeting(app), await listen(app)]
  const join = (name: string): Promise<Participant> =>
    Participant.join(url, id, member(name, name === 'Cem' ? 'chair' : null))
  return { app, url, id, join }
}

/** Opens a poll and gives its id. */
async function opened(chair: Participant, terms: Partial<PollTerms> = {}): Promise<string> {
  const { sequence } = accepted(await chair.ask({ do: 'open-poll', terms: { ...TERMS, ...terms } }))
  await chair.has(sequence)
  const event = chair.entries.at(-1)?.event
  if (event?.type !== 'poll-opened') throw new Error('no poll was opened')
  return event.poll
}

function accepted(answer: Answer): { readonly sequence: number } {
  if (!answer.ok) throw new Error(answer.error.message)
  return answer
}

const vote = (poll: string, choice: number): Command => ({ do: 'vote', poll, choice })
const close = (poll: string): Command => ({ do: 'close-poll', poll, outcome: { kind: 'consensus', sentence: '' } })

async function tallyOf(chair: Participant, poll: string): Promise<readonly number[]> {
  const { sequence } = accepted(await chair.ask(close(poll)))
  await chair.has(sequence)
  const event = chair.entries.at(-2)?.event
  if (event?.type !== 'voting-ended') throw new Error('no votes were counted')
  return event.tally
}

describe('a command', () => {
  test('[LD21] that the role does not allow is refused with a sentence, whoever sends it, and changes nothing', async () => {
    const room = await meeting()
    const [cem, ann] = [await room.join('Cem'), await room.join('Ann')]
    const reader = await Participant.join(room.url, room.id, member('Rea', 'reader'))
    const poll = await opened(cem)
    const person = named('Ann').id
    const notForParticipants: Command[] = [
      { do: 'give-role', person, name: 'Ann', role: 'chair' },
      { do: 'set-level', level: 'frozen' },
      { do: 'open-poll', terms: TERMS },
      close(poll),
      { do: 'end-meeting', notReached: [] },
      { do: 'check-in', as: 'present', attendee: { person: named('Bob').id, name: 'Bob' } },
    ]
    const notForReaders: Command[] = [vote(poll, 0), { do: 'check-in', as: 'present' }, { do: 'take-over' }]
    const answers = [
      ...(await Promise.all(notForParticipants.map((command) => ann.ask(command)))),
      ...(await Promise.all(notForReaders.map((command) => reader.ask(command)))),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
    expect(cem.entries).toHaveLength(1)
    // A role that is taken away is gone with the next command, on the connection that is open.
    accepted(await cem.ask({ do: 'give-role', person, name: 'Ann', role: 'chair' }))
    accepted(await ann.ask({ do: 'set-level', level: 'group' }))
    accepted(await cem.ask({ do: 'give-role', person, name: 'Ann', role: 'reader' }))
    expect(await ann.ask(vote(poll, 0))).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    await eventually(() => ann.you?.role === 'reader')
  })
})

describe('a vote', () => {
  test('[LD5] is that of whoever the connection belongs to, whatever else the command says', async () => {
    const room = await meeting()
    const [cem, ann] = [await room.join('Cem'), await room.join('Ann')]
    const poll = await opened(cem)
    ann.send({ ...vote(poll, 0), person: named('Bob').id, actor: named('Bob') }, 'forged')
    accepted(await ann.ask(vote(poll, 2)))
    expect(ann.answers.get('forged')).toMatchObject({ ok: false, error: { code: 'malformed' } })
    expect(await tallyOf(cem, poll)).toEqual([0, 0, 1])
    expect(ann.entries.filter(({ event }) => event.type === 'ballot-cast').map(({ actor }) => actor.name)).toEqual([
      'Ann',
    ])
  })

  test('[LD5] needs a name and a poll that is open, and is too late once that is closed', async () => {
    const room = await meeting()
    const cem = await room.join('Cem')
    const nobody = await Participant.join(room.url, room.id, { person: null, granted: null })
    const poll = await opened(cem)
    expect(await nobody.ask(vote(poll, 0))).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await cem.ask(vote('none', 0))).toMatchObject({ ok: false, error: { code: 'unknown' } })
    expect(await cem.ask(vote(poll, 3))).toMatchObject({ ok: false, error: { code: 'malformed' } })
    expect(await tallyOf(cem, poll)).toEqual([0, 0, 0])
    expect(await cem.ask(vote(poll, 0))).toMatchObject({ ok: false, error: { code: 'too-late' } })
  })

  test(
    '[LD5] a thousand at once, of four people over a hundred connections, are one ballot each: the last',
    { timeout: 120_000 },
    async () => {
      const room = await meeting()
      const cem = await room.join('Cem')
      const poll = await opened(cem)
      // Each as much as one person may send at once.
      const people = ['Ann', 'Bob', 'Dan', 'Eve'].map((name) => Array.from({ length: 25 }, () => room.join(name)))
      const pages = await Promise.all(people.map((each) => Promise.all(each)))
      const asked = pages.flat().flatMap((page, one) => {
        return Array.from({ length: 10 }, (_, other) => page.ask(vote(poll, (one + other) % 3)))
      })
      const answers = await Promise.all(asked)
      expect(answers).toHaveLength(1_000)
      expect(answers.every(({ ok }) => ok)).toBe(true)
      const tally = await tallyOf(cem, poll)
      expect(tally.reduce((sum, count) => sum + count)).toBe(4)
      const choicesOf = (person: number): Set<number | undefined> =>
        new Set(pages[person]?.map(({ you }) => you?.ballots[poll]))
      const choices = (): (number | undefined)[] => pages.flatMap((_, person) => [...choicesOf(person)])
      const agree = (): boolean =>
        choices().length === 4 &&
        tally.every((count, option) => choices().filter((own) => own === option).length === count)
      await eventually(agree)
    },
  )

  test('[LD6] nobody hears or reads what another voted, in any frame or answer, even where the count shows live', async () => {
    const room = await meeting()
    const [cem, ann, bob] = [await room.join('Cem'), await room.join('Ann'), await room.join('Bob')]
    const secret = await opened(cem, { secret: true, shows: 'live' })
    accepted(await ann.ask(vote(secret, 2)))
    accepted(await ann.ask({ do: 'give-reason', poll: secret, text: 'Too many fish.' }, 'reason'))
    const { sequence } = accepted(await bob.ask(vote(secret, 0)))
    await Promise.all([cem, ann, bob].map((each) => each.has(sequence)))
    expect(ann.you?.ballots).toEqual({ [secret]: 2 })
    expect(bob.you?.ballots).toEqual({ [secret]: 0 })
    expect(cem.you?.ballots).toEqual({})
    const late = await room.join('Dan')
    await late.has(sequence)
    const record = await room.app.inject(`/api/meetings/${room.id}/record?entries=true`)
    for (const heard of [cem.heard, late.heard, record.body]) {
      expect(heard).toContain(secret)
      // Nor that somebody has given a reason, which only those have who are against it.
      expect(heard).not.toMatch(/salt|choice|"tally":\[|reason-given|fish/)
    }
    expect(late.entries).toHaveLength(3)
    expect(await tallyOf(cem, secret)).toEqual([1, 0, 1])
    const reason = cem.entries.find(({ event }) => event.type === 'reason-given')
    expect(reason).toMatchObject({ actor: { name: 'Cem' }, event: { name: null, text: 'Too many fish.' } })
    expect(JSON.stringify(reason)).not.toMatch(/Ann|annx/)
    const closed = await room.app.inject(`/api/meetings/${room.id}/record?entries=true`)
    expect(closed.json()).toMatchObject({ polls: [{ result: { silent: null, affiliations: null } }] })
  })

  test('[LD6] a count that is shown live is of three people at least, in everything that anybody hears or reads', async () => {
    const room = await meeting()
    const [cem, ann, bob, dan, eve] = [
      await room.join('Cem'),
      await room.join('Ann'),
      await room.join('Bob'),
      await room.join('Dan'),
      await room.join('Eve'),
    ]
    const poll = await opened(cem, { shows: 'live' })
    for (const each of [ann, bob, dan]) accepted(await each.ask(vote(poll, 0)))
    const { sequence } = accepted(await eve.ask(vote(poll, 2)))
    await cem.has(sequence)
    // Two, and then one, have not voted yet: the result would tell of them.
    expect(cem.heard).not.toContain('ballots-counted')
    accepted(await cem.ask(vote(poll, 2)))
    await cem.has(sequence + 2)
    expect(cem.entries.at(-1)?.event).toEqual({ type: 'ballots-counted', poll, tally: [3, 0, 2] })
    const record = await room.app.inject(`/api/meetings/${room.id}/record?entries=true`)
    for (const heard of [cem.heard, record.body]) expect(heard.match(/"type":"ballots-counted"/g)).toHaveLength(1)
  })
})
