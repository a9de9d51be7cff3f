import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { minutesSchema } from '../../document/schema.ts'
import { align, parse, print, readBase } from '../../markdown/index.ts'
import { CORPUS_NOTE, SAMPLES } from '../../testing/corpus.ts'
import { changed } from '../change/apply.ts'
import type { Change } from '../change/change.ts'
import { identify } from '../identify.ts'
import { understand } from '../understand.ts'
import { agendaRefs } from './agenda-refs.ts'
import { checkIn, leave, strike } from './check-in.ts'
import { notReached } from './not-reached.ts'
import { noteTakers } from './note-takers.ts'
import { notesPlaceOf } from './notes-place.ts'
import { consentRecorded, pollResult } from './poll-result.ts'

const schema = minutesSchema()
const ZOE = { name: 'Zoe Quillan', handle: 'zoeq', affiliation: 'Zeta' }
const YAN = { name: 'Yan Xu' }

/** Of files longer than this only these are tried: they take their time. */
const LONG = 8_000
const MAIN: ReadonlySet<string> = new Set(['check in', 'check in late', 'take notes', 'poll again', 'new poll'])

interface Inscription {
  readonly name: string
  readonly plan: (document: DocJson) => readonly Change[]
  /** Lines that may come, besides blank ones, and lines that may go. */
  readonly come: number
  readonly go: number
}

/** What the record of a meeting may bring into any minutes, and how much of the file each may touch. */
function inscriptions(document: DocJson): readonly Inscription[] {
  const { attendances, polls } = understand(document)
  const people = attendances.flatMap(({ attendees }) => attendees)
  const away = people.find(({ state }) => state === 'regrets' || state === 'absent')
  const [here, gone] = people.filter(({ state }) => state === 'present')
  const poll = polls.find(({ options, question }) => options.length > 1 && question.value !== '')
  const refs = agendaRefs(document)
  const labels = poll?.options.map(({ label }) => label) ?? []
  return [
    // The first of them may bring a heading too.
    { name: 'check in', plan: (each) => checkIn(each, ZOE, 'present', null), come: 2, go: 1 },
    { name: 'check in late', plan: (each) => checkIn(each, YAN, 'late', '10:05'), come: 1, go: 1 },
    { name: 'take notes', plan: (each) => noteTakers(each, [ZOE, YAN]), come: 1, go: 1 },
    ...(away === undefined
      ? []
      : [{ name: 'come after all', plan: (each: DocJson) => checkIn(each, away, 'present', null), come: 2, go: 2 }]),
    ...(here === undefined
      ? []
      : [{ name: 'leave', plan: (each: DocJson) => leave(each, here, '10:30'), come: 1, go: 1 }]),
    ...(gone === undefined ? [] : [{ name: 'strike', plan: (each: DocJson) => strike(each, gone), come: 1, go: 1 }]),
    ...(poll === undefined
      ? []
      : [
          {
            name: 'poll again',
            plan: closing(poll.carrier.id, poll.question.value, labels),
            come: labels.length + 1,
            go: labels.length,
          },
        ]),
    ...[refs[0], refs.at(-1), { item: 'none', text: 'Hinges of brass' }].flatMap((item): Inscription[] => {
      // A heading, or an item with an item in it; the heading of the notes.
      const plan = (each: DocJson) => notesPlaceOf(each, item!).changes
      return item === undefined ? [] : [{ name: `notes of ${item.text}`, plan, come: 3, go: 0 }]
    }),
    { name: 'not reached', plan: (each) => notReached(each, refs.slice(-2)), come: 3, go: 0 },
    { name: 'consent', plan: (each) => consentRecorded(each, null, 'Brass is dear.', 12), come: 2, go: 0 },
    { name: 'new poll', plan: closing(null, 'Shall the hinge be made of brass?', ['SF', 'N', 'SA']), come: 6, go: 0 },
  ]
}

function closing(block: string | null, question: string, options: readonly string[]): Inscription['plan'] {
  const terms = { block, question, options, shows: 'live', secret: false, guests: true } as const
  const outcome = { kind: 'consensus', sentence: '' } as const
  const tally = options.map((_, index) => 70 + index)
  const result = { at: '', by: 'Zoe Quillan', tally, silent: null, affiliations: null, outcome }
  return (document) => pollResult(document, block, terms, result, [])
}

describe(`what a record brings into minutes: ${CORPUS_NOTE}`, () => {
  test.each(SAMPLES)('$name', ({ text }) => {
    let ids = 0
    let document = identify(parse(text), () => `id${ids++}`)
    const all = inscriptions(document).filter(({ name }) => text.length < LONG || MAIN.has(name))
    for (const { name, plan } of all) {
      document = changed(document, plan(document), schema)
      expect({ name, again: plan(document) }).toEqual({ name, again: [] })
    }
    const printed = print(document, { base: readBase(text) })
    const { came, went } = diffOf(text, printed.text)
    const most = (sign: 'come' | 'go'): number => all.reduce((sum, each) => sum + each[sign], 0)
    expect({
      exact: printed.exact,
      losses: printed.losses,
      came: came.length <= most('come') ? [] : came,
      went: went.length <= most('go') ? [] : went,
    }).toEqual({ exact: true, losses: [], came: [], went: [] })
    const read = parse(printed.text)
    // What has no ids any more is found by what it says.
    const again = all
      .filter(({ name }) => name !== 'poll again' && !name.startsWith('notes of'))
      .map(({ name, plan }) => ({ name, again: plan(read) }))
    expect(again.filter(({ again }) => again.length > 0)).toEqual([])
  })
})

interface Diff {
  readonly came: readonly string[]
  readonly went: readonly string[]
}

/** Lines that came and went, but for blank ones, wherever they are. */
function diffOf(before: string, after: string): Diff {
  const [a, b] = [before.split('\n'), after.split('\n')]
  const numbers = new Map([...new Set([...a, ...b])].map((line, index) => [line, index]))
  const of = (lines: readonly string[]): number[] => lines.map((line) => numbers.get(line)!)
  const pairs = align(of(a), of(b))
  const kept = new Set(pairs)
  return {
    went: a.filter((line, index) => !kept.has(index) && line.trim() !== ''),
    came: b.filter((line, index) => pairs[index] === -1 && line.trim() !== ''),
  }
}
