import { expect, test } from 'vitest'

import { unavailable } from '../store/store.ts'
import { named } from '../testing/people.ts'
import { Admissions } from './admissions.ts'
import type { Visitor } from './who.ts'

test('[RL13] a connection of which it cannot be read who is there now ends, and the others go on', async () => {
  const [ann, bob] = ['Ann', 'Bob'].map((name): Visitor => ({ person: named(name), grants: [], credential: name }))
  if (ann === undefined || bob === undefined) throw new Error('two are here')
  let isReadable = true
  const admissions = new Admissions({
    again: async (visitor) => {
      if (!isReadable && visitor.credential === 'Ann') throw unavailable(new Error('the disk is gone'))
      return visitor
    },
  })
  const heard: string[] = []
  const connection = (name: string) => ({
    become: () => void heard.push(`${name} is known`),
    close: (reason: string) => void heard.push(`${name}: ${reason}`),
    onClosed: () => {},
  })
  await admissions.admit(connection('Ann'), ann, { id: 'meeting' })
  await admissions.admit(connection('Bob'), bob, { id: 'meeting' })
  heard.length = 0
  isReadable = false
  await admissions.reconsider([named('Ann').id, named('Bob').id])
  expect(heard.toSorted()).toEqual(['Ann: try-later', 'Bob is known'])
})
