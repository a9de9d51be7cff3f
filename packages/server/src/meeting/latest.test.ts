import { describe, expect, test } from 'vitest'

import type { MeetingRecord } from '../store/store.ts'
import { Gate } from '../testing/gate.ts'
import { RECORD } from '../testing/house.ts'
import { Latest } from './latest.ts'

/** Minutes whose log a test moves on, and what was read of them: how far they reached then. */
function setUp() {
  const log = { head: 1 }
  const gates: Gate[] = []
  const latest = new Latest({
    rooms: { head: async () => log.head },
    keep: 2,
    read: async () => {
      const gate = new Gate()
      gates.push(gate)
      await gate.pass()
      return log.head
    },
  })
  return { log, gates, ask: (more: Partial<MeetingRecord> = {}) => latest.of({ ...RECORD, ...more }) }
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

describe('what is read of minutes', () => {
  test('[LI6] is read once at a time, and whoever asks meanwhile gets what is there when it is read next', async () => {
    const { log, gates, ask } = setUp()
    const first = [ask(), ask()]
    await turn()
    const later: Promise<number | undefined>[] = []
    for (; log.head < 50; log.head++) later.push(ask())
    await turn()
    expect(gates).toHaveLength(1)
    gates[0]?.open()
    await Promise.all(first)
    await turn()
    expect(gates).toHaveLength(2)
    gates[1]?.open()
    expect(new Set(await Promise.all(later))).toEqual(new Set([50]))
    expect(gates).toHaveLength(2)
  })

  test('[LI6] is read of several meetings at once', async () => {
    const { gates, ask } = setUp()
    const asked = [ask(), ask({ id: 'other' })]
    await turn()
    expect(gates).toHaveLength(2)
    for (const gate of gates) gate.open()
    await Promise.all(asked)
  })

  test('[LI6] is read anew in another style', async () => {
    const { gates, ask } = setUp()
    const plain = ask()
    await turn()
    gates[0]?.open()
    await plain
    const styled = ask({ style: {} as NonNullable<MeetingRecord['style']> })
    await turn()
    expect(gates).toHaveLength(2)
    gates[1]?.open()
    await styled
  })
})
