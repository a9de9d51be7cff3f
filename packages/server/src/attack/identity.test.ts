import { CLOSE } from '@plenary/shared/protocol'
import * as encoding from 'lib0/encoding'
import { beforeAll, describe, expect, test } from 'vitest'

import { bytes } from '../testing/bytes.ts'
import { paragraphUpdate } from '../testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import type { Mallory } from '../testing/mallory.ts'
import { RealServer } from '../testing/real-server.ts'

let server: RealServer

beforeAll(async () => {
  server = await RealServer.begin()
  return () => server.end()
})

describe('whoever does as if they were somebody else', () => {
  test('[AT1] [GU10] B13 takes no sentence from whoever is typing it', async () => {
    const { id, ann, mallory } = await server.siege()
    ann.write('one ')
    await eventually(() => ann.saved === 1 && mallory.text.includes('one '))
    const { clientID } = ann.doc
    const clock = ann.doc.store.clients.get(clientID)?.at(-1)
    const next = clock === undefined ? 0 : clock.id.clock + clock.length
    mallory.say({ kind: 'update', update: bytes(1, 1, clientID, next, { raw: 0 }, 4096, 0) })
    await eventually(() => mallory.code !== undefined)
    expect(mallory.code).toBe(CLOSE.refused)
    ann.write('two ')
    await eventually(() => ann.saved === 2)
    expect(await server.minutes(id)).toContain('two one Weekly')
  })

  test('[AT1] [RL12] B19 writes nothing as a reader, by whichever frame', async () => {
    for (const kind of ['sync-step-2', 'update'] as const) {
      const { id, ann, mallory } = await server.siege('# Weekly\n', 'reader')
      mallory.say({ kind, update: paragraphUpdate('mine') })
      await eventually(() => mallory.code !== undefined)
      expect(mallory.code).toBe(CLOSE['not-allowed'])
      ann.write('our ')
      await eventually(() => ann.saved === 1)
      expect(await server.minutes(id)).toBe('# our Weekly\n')
    }
  })

  test('[AT1] [PR2] [PR5] B20 is not seen as another, nor makes another be seen otherwise', async () => {
    const { ann, mallory, bob } = await crowd()
    ann.wave({ user: { name: 'Ann' } })
    await eventually(() => bob.stateOf(ann.doc.clientID) !== undefined)
    mallory.wave({ user: { name: 'FORGED' } }, ann.doc.clientID, 99)
    mallory.wave({ user: { name: 'Ann', id: 'ann' } })
    await eventually(() => bob.stateOf(mallory.doc.clientID) !== undefined)
    expect(bob.stateOf(mallory.doc.clientID)).toMatchObject({ user: { name: 'Mallory' } })
    expect(bob.stateOf(ann.doc.clientID)).toMatchObject({ user: { name: 'Ann' } })
  })

  test('[AT1] [PR2] B21 sends nobody away by a clock at the end of all numbers', async () => {
    const { ann, mallory, bob } = await crowd()
    ann.wave({ user: { name: 'Ann' } })
    await eventually(() => bob.stateOf(ann.doc.clientID) !== undefined)
    mallory.say({ kind: 'awareness', update: saying([[ann.doc.clientID, 2 ** 53 - 1, 'null']]) })
    mallory.say({ kind: 'awareness', update: saying([[mallory.doc.clientID, 2 ** 53 - 1, '{}']]) })
    await mallory.heard()
    ann.wave({ user: { name: 'Ann' }, cursor: 1 }, ann.doc.clientID, 2)
    await eventually(() => (bob.stateOf(ann.doc.clientID) as { cursor?: number }).cursor === 1)
    expect(bob.stateOf(mallory.doc.clientID)).toBeUndefined()
  })

  test('[AT1] [PR4] B22 is not twenty thousand people, nor one of a megabyte', async () => {
    const { mallory, bob } = await crowd()
    const many = Array.from({ length: 20_000 }, (_, client) => [client + 9, 1, '{}'] as const)
    mallory.say({ kind: 'awareness', update: saying(many) })
    mallory.say({ kind: 'awareness', update: saying([[7, 1, JSON.stringify({ x: 'x'.repeat(1024 * 1024) })]]) })
    await mallory.heard()
    await bob.heard()
    expect(bob.seen.getStates().size).toBeLessThan(12)
    expect(bob.stateOf(7)).toBeUndefined()
  })

  const STATES: readonly (readonly [string, string, number | undefined])[] = [
    ['no JSON', '{"user":', CLOSE.malformed],
    ['a number', '7', CLOSE.malformed],
    ['a list', '[]', CLOSE.malformed],
    ['lists in lists', `{"x":${'['.repeat(3_000)}${']'.repeat(3_000)}}`, undefined],
    ['a prototype', '{"__proto__":{"user":{"name":"x"}},"constructor":1}', undefined],
    ['markup', '{"user":{"name":"<img src=x onerror=alert(1)>","color":"red;x:url(//evil.example)"}}', undefined],
    ['wrong types', '{"user":7,"cursor":"x"}', undefined],
    ['a caret beyond all text', '{"cursor":{"anchor":{"tname":"content","assoc":9e99}}}', undefined],
  ]

  test.each(STATES)('[AT1] [PR4] [PR5] B23 is shown to nobody by %s', async (_what, state, code) => {
    const { ann, mallory, bob } = await crowd()
    mallory.say({ kind: 'awareness', update: saying([[mallory.doc.clientID, 1, state]]) })
    await mallory.heard()
    expect(mallory.code).toBe(code)
    await bob.heard()
    expect(JSON.stringify([...bob.seen.getStates()])).not.toMatch(/onerror|evil/)
    ann.write('still ')
    await eventually(() => ann.saved === 1 && bob.text.includes('still '))
  })
})

/** Ann and Bob write together, and Mallory is there. */
async function crowd(): Promise<{ ann: Mallory; mallory: Mallory; bob: Mallory }> {
  const { id, ann, mallory } = await server.siege()
  return { ann, mallory, bob: await server.join(id, await server.invite(id, 'Bob', 'participant')) }
}

/** What somebody says of clients, whatever it is, as y-protocols encodes it. */
function saying(entries: readonly (readonly [client: number, clock: number, state: string])[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const [client, clock, state] of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })
}
