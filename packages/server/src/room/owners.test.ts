import { describe, expect, test } from 'vitest'

import { House, RECORD } from '../testing/house.ts'
import { member } from '../testing/people.ts'
import { Owners } from './owners.ts'

describe('whose a client is', () => {
  test('[GU10] is stored with what was first written under it, also where the disk took that only later', async () => {
    const house = await House.open()
    const [ann, bob] = [house.enter({ member: member('Ann') }), house.enter({ member: member('Bob') })]
    await house.settle()
    house.store.fail(2)
    ann.type('a')
    await house.settle()
    expect(ann.saved).toBe(ann.sent)
    expect(await house.store.owners(RECORD.id)).toEqual(new Map([[ann.doc.clientID, member('Ann').person?.id]]))
    bob.type('b')
    await house.settle()
    expect((await house.store.owners(RECORD.id)).size).toBe(2)
  })

  test('[GU10] is written once, and nothing more by what follows', async () => {
    const house = await House.open()
    const ann = house.enter({ member: member('Ann') })
    const written: unknown[] = []
    const append = house.store.append.bind(house.store)
    house.store.append = async (...args) => {
      written.push(args[3]?.size)
      return append(...args)
    }
    for (const letter of 'abc') {
      ann.type(letter)
      await house.settle()
    }
    expect(written).toEqual([1, undefined, undefined])
  })

  test('[GU10] is not changed by an update of which a part is somebody else’s', () => {
    const owners = new Owners(new Map([[1, 'ann']]))
    const bob = { person: { id: 'bob', kind: 'guest', name: 'Bob' }, granted: null } as const
    const known = new Map([[1, 5]])
    expect(
      owners.admit(
        new Map([
          [2, 1],
          [1, 6],
        ]),
        known,
        bob,
      ),
    ).toBe(false)
    expect(owners.unsaved).toBeUndefined()
    expect(
      owners.admit(
        new Map([
          [2, 1],
          [1, 5],
        ]),
        known,
        bob,
      ),
    ).toBe(true)
    expect(owners.unsaved).toEqual(new Map([[2, 'bob']]))
  })
})
