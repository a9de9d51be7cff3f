import type { Entry } from '@plenary/shared/ledger'
import { expect, test } from 'vitest'

import { verify } from '../cli/verify.ts'
import { eventually } from '../testing/eventually.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { Participant } from '../testing/participant.ts'
import { ServerProcess } from '../testing/process.ts'
import { fuzzSettings, random } from '../testing/random.ts'
import { run } from '../testing/said.ts'
import { createMeeting } from '../testing/stock-client.ts'

const NAMES = ['Cem', 'Ann', 'Bob', 'Dan', 'Eve']
const TERMS = { block: null, question: 'Adopt?', options: ['For', 'Against'], shows: 'live', guests: true } as const

test(
  '[LD20] a vote that was answered is there after kill -9, so is whatever anybody was told, and the minutes have it once',
  { timeout: 600_000 },
  async () => {
    const { seed, runs } = fuzzSettings('kill -9 of votes', 5)
    const dice = random(seed)
    const data = await temporaryFolder()
    let server = new ServerProcess({ PORT: '0', PLENARY_DATA: data })
    const address = await server.ready()
    const url = address.replace('http', 'ws')
    const id = await createMeeting(address)
    const cookies = await Promise.all(NAMES.map((name) => introduce(address, name)))
    const counts = { asked: 0, answered: 0 }
    let poll = ''

    for (let round = 0; round < runs; round++) {
      const people = await Promise.all(cookies.map((cookie) => Participant.open(`${url}/sync/${id}`, { cookie })))
      const [chair] = people as [Participant, ...Participant[]]
      if (round === 0) poll = await openedBy(chair)
      await Promise.all(people.map((person) => person.ask({ do: 'check-in', as: 'present' })))
      const asked = counts.asked
      for (let votes = 20 + dice.whole(60); votes > 0; votes--) {
        dice.one(people).send({ do: 'vote', poll, choice: dice.whole(2) }, `vote-${counts.asked++}`)
        await new Promise((resolve) => setTimeout(resolve, dice.whole(3)))
      }
      await eventually(() => people.some(({ answers }) => answers.size > 1))
      server.signal('SIGKILL')
      const told = people.map(({ entries }) => [...entries])
      const answered = people.flatMap(({ answers }) => [...answers.values()])
      for (const person of people) person.leave()
      await server.ended()
      // Some of them said what was so already, and made no entry.
      const sequences = answered.flatMap((answer) => (answer.ok ? answer.sequence : []))
      server = new ServerProcess({ PORT: new URL(address).port, PLENARY_DATA: data })
      await server.ready()
      const kept = await entriesOf(address, id)
      for (const entries of told) expect(entries).toEqual(kept.slice(0, entries.length))
      expect(Math.max(...sequences)).toBeLessThanOrEqual(kept.length)
      // A count comes with the ballot that it waited for.
      const commands = kept.flatMap(({ command, event }) => (event.type === 'ballots-counted' ? [] : command))
      expect(new Set(commands).size).toBe(commands.length)
      expect(counts.asked).toBeGreaterThan(asked)
      counts.answered += sequences.length
    }
    // What the ledger says is in the minutes once somebody is there, each name once, whatever was killed on the way.
    await Participant.open(`${url}/sync/${id}`, { cookie: cookies[0] ?? '' })
    const listed = async (): Promise<string[]> => {
      const text = await (await fetch(`${address}/api/meetings/${id}/minutes.md`)).text()
      return text.match(/(?<=^- )\w+/gm) ?? []
    }
    await eventually(async () => (await listed()).length >= NAMES.length)
    expect((await listed()).sort()).toEqual(NAMES.toSorted())
    server.signal('SIGTERM')
    await server.ended()
    expect(await run(verify, data)).toMatchObject({ code: 0 })
    process.stdout.write(`kill -9 of votes: ${JSON.stringify(counts)}\n`)
  },
)

/** A guest's cookie. */
async function introduce(address: string, name: string): Promise<string> {
  const answer = await fetch(`${address}/api/me`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function openedBy(chair: Participant): Promise<string> {
  await chair.ask({ do: 'take-chair' })
  await chair.ask({ do: 'open-poll', terms: { ...TERMS, secret: false } })
  await eventually(() => chair.entries.some(({ event }) => event.type === 'poll-opened'))
  const event = chair.entries.at(-1)?.event
  return event?.type === 'poll-opened' ? event.poll : ''
}

async function entriesOf(address: string, id: string): Promise<readonly Entry[]> {
  const answer = await fetch(`${address}/api/meetings/${id}/record?entries=true`)
  return ((await answer.json()) as { entries: Entry[] }).entries
}
