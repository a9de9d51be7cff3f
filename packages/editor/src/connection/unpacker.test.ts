import { beforeAll, expect, test, vi } from 'vitest'

import { Unpacker } from './unpacker.ts'

const UPDATE = new Uint8Array(1000).fill(7)
let deflated: { kind: 'deflated-update'; update: Uint8Array }

beforeAll(async () => {
  const stream = new CompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  void writer.write(UPDATE)
  void writer.close()
  deflated = { kind: 'deflated-update', update: new Uint8Array(await new Response(stream.readable).arrayBuffer()) }
})

test('what came deflated arrives as an update, before whatever came after it', async () => {
  const taken: unknown[] = []
  const unpacker = new Unpacker((message) => taken.push(message))
  unpacker.receive(deflated)
  unpacker.receive({ kind: 'query-awareness' })
  unpacker.receive(deflated)
  unpacker.receive({ kind: 'saved', frames: 1 })
  await vi.waitUntil(() => taken.length === 4)
  expect(taken).toEqual([
    { kind: 'update', update: UPDATE },
    { kind: 'query-awareness' },
    { kind: 'update', update: UPDATE },
    { kind: 'saved', frames: 1 },
  ])
})

test('what cannot be inflated is no message', async () => {
  const taken: unknown[] = []
  const unpacker = new Unpacker((message) => taken.push(message))
  unpacker.receive({ kind: 'deflated-update', update: new Uint8Array([1, 2, 3]) })
  await vi.waitUntil(() => taken.length === 1)
  expect(taken).toEqual(['malformed'])
})

test('what an ended connection had brought does not arrive any more', async () => {
  const taken: unknown[] = []
  const unpacker = new Unpacker((message) => taken.push(message))
  unpacker.receive(deflated)
  unpacker.receive({ kind: 'saved', frames: 1 })
  unpacker.restart()
  unpacker.receive({ kind: 'saved', frames: 2 })
  unpacker.receive(deflated)
  await vi.waitUntil(() => taken.length === 2)
  expect(taken).toEqual([
    { kind: 'saved', frames: 2 },
    { kind: 'update', update: UPDATE },
  ])
})
