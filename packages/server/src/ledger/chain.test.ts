import { SERVER } from '@plenary/shared/ledger'
import { describe, expect, test } from 'vitest'

import type { Kept } from '../store/store.ts'
import { beginning, canonical, chained, examined, sealOf } from './chain.ts'

const TIMES = ['2027-04-27T16:00:00.000Z', '2027-04-27T16:00:01.000Z', '2027-04-27T16:00:01.000Z']

/** A ledger of three entries, the last one a ballot. */
function ledger(): Kept[] {
  const salted = { choice: 2, salt: 'salt' }
  const ballot = { poll: 'p', person: 'ann', affiliation: null, ...salted }
  const events = [
    { type: 'meeting-begun' },
    { type: 'queue-set', open: false },
    { type: 'ballot-cast', poll: 'p', person: 'ann', name: 'Ann', seal: sealOf(salted) },
  ] as const
  const kept: Kept[] = []
  for (const [index, event] of events.entries()) {
    const previous = kept.at(-1)?.entry.hash ?? beginning('a')
    const entry = chained(
      { sequence: index + 1, time: TIMES[index] ?? '', actor: SERVER, command: 'c', event },
      previous,
    )
    kept.push(event.type === 'ballot-cast' ? { entry, ballot } : { entry })
  }
  return kept
}

const [one, two, three] = ledger() as [Kept, Kept, Kept]

describe('the chain', () => {
  test('[LD3] of a ledger that is whole holds, and is that of one meeting alone', () => {
    expect(examined('a', ledger())).toEqual({ sound: ledger(), trouble: undefined })
    expect(examined('a', [])).toEqual({ sound: [], trouble: undefined })
    expect(examined('b', ledger()).trouble).toBe('Entry 1 of its ledger does not follow the one before.')
  })

  test.each<[string, readonly Kept[], string]>([
    ['that is missing', [one, three], 'Entry 2 of its ledger is missing.'],
    ['at the beginning that is missing', [two, three], 'Entry 1 of its ledger is missing.'],
    [
      'that was changed',
      [one, { entry: { ...two.entry, time: TIMES[2] + 'x' } }],
      'Entry 2 of its ledger was changed.',
    ],
    [
      'in the place of another',
      [one, { entry: chained({ ...two.entry, command: 'other' }, two.entry.previous) }, three],
      'Entry 3 of its ledger does not follow the one before.',
    ],
    [
      'that is older than the one before',
      [one, { entry: chained({ ...two.entry, time: '2026' }, one.entry.hash) }],
      'Entry 2 of its ledger is older than the one before.',
    ],
    [
      'whose ballot was changed',
      [one, two, { ...three, ballot: { ...three.ballot!, choice: 1 } }],
      'The ballot of entry 3 of its ledger is not the one that was cast.',
    ],
    [
      'whose ballot is that of another',
      [one, two, { ...three, ballot: { ...three.ballot!, person: 'bob' } }],
      'The ballot of entry 3 of its ledger is not the one that was cast.',
    ],
    ['whose ballot is lost', [one, two, { entry: three.entry }], 'The ballot of entry 3 of its ledger is not the one'],
  ])('[LD3] an entry %s is found, and what comes before it stands', (_what, kept, trouble) => {
    const found = examined('a', kept)
    expect(found.trouble).toContain(trouble)
    const number = Number(/entry (\d)/i.exec(trouble)?.[1])
    expect(found.sound).toEqual(kept.slice(0, number - 1))
  })

  test('[LD3] the hash is of the same bytes in whatever order somebody wrote the names', () => {
    expect(canonical({ b: [{ d: null, c: 'ä' }], a: 1 })).toBe('{"a":1,"b":[{"c":"ä","d":null}]}')
    expect(chained({ ...one.entry }, one.entry.previous)).toEqual(one.entry)
  })
})
