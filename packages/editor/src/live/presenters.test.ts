import { Roster } from '@plenary/shared/blocks'
import { readCommand } from '@plenary/shared/ledger'
import { type Called, isSamePerson } from '@plenary/shared/meeting'
import { expect, test } from 'vitest'

import { presentersOf } from './presenters.ts'

const ROSTER = new Roster([{ name: 'Zoe Park', initials: 'ZP' } as never])
const PEOPLE: readonly Called[] = [{ name: 'Zoe Park' }, { name: 'Bob Ray', handle: 'bobr' }, { name: 'Cem Gül' }]

test('whoever presents is known by name, handle or initials', () => {
  const found = (written: string) =>
    PEOPLE.filter((one) => presentersOf(written, ROSTER).some((each) => isSamePerson(each, one))).map(
      ({ name }) => name,
    )
  expect(['Zoe Park', 'ZP', '@bobr', 'Nobody, bobr and cem gül', ''].map(found)).toEqual([
    ['Zoe Park'],
    ['Zoe Park'],
    ['Bob Ray'],
    ['Bob Ray', 'Cem Gül'],
    [],
  ])
})

test('whatever an agenda says there, the server takes it', () => {
  const item = { item: 'i1', text: 'Glossary' }
  for (const written of ['x'.repeat(200), 'Ann (she/her), @b b, …', Array.from({ length: 99 }, String).join(), ' , ']) {
    const command = { do: 'open-item', item, presenters: presentersOf(written, ROSTER) }
    expect(readCommand(command)).toEqual(command)
  }
})
