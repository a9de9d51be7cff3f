import type { Command, Entry } from '@plenary/shared/ledger'
import { describe, expect, test } from 'vitest'

import { HandClock } from '../testing/hand-clock.ts'
import { House } from '../testing/house.ts'
import { ANN, CEM, CHECK_IN, come, comeBack, types } from '../testing/ledger-guests.ts'
import type { Surroundings } from './ledger.ts'

const CALL: Command = { do: 'call-consent', block: null, wording: 'Merge it', seconds: 60 }

/** Cem, who chairs, has called for consent, which is due in a minute. */
async function called(ledgers: Partial<Surroundings> = {}) {
  const clock = new HandClock()
  const house = await House.open({ ledgers: { clock, ...ledgers } })
  const cem = await come(house, CEM)
  cem.ask('1', CALL)
  await house.settle()
  return { clock, house, cem }
}

describe('time in the ledger', () => {
  test('[LD8] what comes about with time is recorded by the server, by its clock', async () => {
    const { clock, house, cem } = await called()
    clock.pass(59)
    await house.settle()
    expect(types(cem.entries)).toEqual(['consent-called'])
    clock.pass(1)
    await house.settle()
    expect(cem.entries.at(-1)).toMatchObject({
      actor: { id: null, kind: 'server' },
      time: '2027-04-27T16:01:00.000Z',
      event: { type: 'consent-recorded', present: 1 },
    })
  })

  test('[LD8] what nobody could object to, because no server was there or its disk took nothing, comes to nothing', async () => {
    const { clock, house, cem } = await called()
    await house.restart()
    clock.pass(60)
    await comeBack(house, cem, CEM)
    expect(types(cem.entries)).toEqual(['consent-withdrawn'])
    cem.ask('2', CALL)
    await house.settle()
    house.store.fail(1)
    cem.ask('3', { do: 'object', consent: consentIn(cem.entries) })
    await house.settle()
    clock.pass(60)
    await house.settle()
    expect(types(cem.entries)).toEqual(['consent-withdrawn', 'consent-called', 'consent-withdrawn'])
  })

  test('[LD8] a consent call that is running goes on after a restart', async () => {
    const { clock, house, cem } = await called()
    await house.restart()
    await comeBack(house, cem, CEM)
    clock.pass(60)
    await house.settle()
    expect(types(cem.entries)).toEqual(['consent-recorded'])
  })

  test('[LD8] what was due while grants could not be read comes about soon after, and the failure is reported', async () => {
    let isReadable = true
    const chairs = async () => (isReadable ? [] : Promise.reject(new Error('the disk is gone')))
    const { clock, house, cem } = await called({ chairs })
    isReadable = false
    clock.pass(60)
    await house.settle()
    expect(types(cem.entries)).toEqual(['consent-called'])
    expect(house.problems).toEqual(['meeting: the ledger failed'])
    isReadable = true
    clock.pass(1)
    await house.settle()
    expect(types(cem.entries)).toEqual(['consent-called', 'consent-recorded'])
  })

  test('[LD9] time never goes back in it, whatever the clock does', async () => {
    const clock = new HandClock()
    const house = await House.open({ ledgers: { clock } })
    const ann = await come(house, ANN)
    ann.ask('1', CHECK_IN)
    await house.settle()
    clock.pass(-3600)
    ann.ask('2', { do: 'leave' })
    await house.settle()
    expect(ann.entries.map(({ time }) => time)).toEqual(Array(2).fill('2027-04-27T16:00:00.000Z'))
  })
})

function consentIn(entries: readonly Entry[]): string {
  const event = entries.map((entry) => entry.event).findLast((each) => each.type === 'consent-called')
  if (event === undefined) throw new Error('nobody called for consent')
  return event.consent
}
