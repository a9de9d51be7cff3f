import type { Person } from '@plenary/shared/meeting'
import { expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { badge } from './badge.ts'

/** What others see of somebody who says this of themselves. */
function seen(said: object, person: Person | null): unknown {
  const [own, other] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())]
  own.setLocalState({ user: said })
  const update = badge(encodeAwarenessUpdate(own, [own.clientID]), person, () => true)
  if (update !== undefined) applyAwarenessUpdate(other, update, 'server')
  const user: unknown = other.getStates().get(own.clientID)?.['user']
  own.destroy()
  other.destroy()
  return user
}

const ann: Person = { id: 'a'.repeat(26), kind: 'github', name: 'Ann' }

test('[PR6] who is known only by the name that they said is marked as a guest, whatever their page says', () => {
  const gus: Person = { ...ann, kind: 'guest', name: 'Gus' }
  expect(seen({ name: 'Ann', color: '#123456' }, gus)).toEqual({
    id: gus.id,
    name: 'Gus',
    color: '#123456',
    guest: true,
  })
  expect(seen({ name: 'Ann', guest: true }, ann)).toEqual({ id: ann.id, name: 'Ann' })
  expect(seen({ name: 'Ann', guest: true }, null)).toEqual({ name: 'Ann' })
})
