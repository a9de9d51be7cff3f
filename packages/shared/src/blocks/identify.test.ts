import { describe, expect, test, vi } from 'vitest'

import { minutesSchema } from '../document/schema.ts'
import { parse } from '../markdown/parse.ts'
import { print } from '../markdown/print.ts'
import { identify } from './identify.ts'
import { nodeAt } from './path.ts'

/** Every line that begins with `!` is an action: the recognisers themselves are not what is looked at here. */
vi.mock('./action/recognise.ts', async () => {
  const { actionOf } = await import('../testing/understanding.ts')
  const { viewOf } = await import('./reading/index.ts')
  return {
    recogniseActions: ({ view }: { view: ReturnType<typeof viewOf> }) =>
      view.lines
        .filter(({ text }) => text.startsWith('!'))
        .map(({ path, row, id, text }) => actionOf(path, text, { carrier: { path, row, id, isSaid: false } })),
  }
})

const TEXT = '# A\n\n! one\n! two\n\n- ! three\n- four\n\n| ! a | b |\n| - | - |\n| ! c | d |\n'

function maker(): () => string {
  let count = 0
  return () => `id${++count}`
}

describe('minutes that come in', () => {
  test('get an id on each node that something stands on, and nowhere else', () => {
    const document = identify(parse(TEXT), maker())
    minutesSchema().nodeFromJSON(document).check()
    expect(nodeAt(document, [1])).toMatchObject({ type: 'paragraph', attrs: { id: 'id1' } })
    expect(nodeAt(document, [2, 0, 0])).toMatchObject({ type: 'paragraph', attrs: { id: 'id2' } })
    // A table has the ids of what stands in its cells.
    expect(nodeAt(document, [3])).toMatchObject({ type: 'table', attrs: { id: 'id3' } })
    expect(JSON.stringify(document).match(/"id":/g)).toHaveLength(3)
  })

  test('keep the ids that they have', () => {
    const document = identify(parse(TEXT), maker())
    expect(identify(document, () => 'other')).toEqual(document)
  })

  test('print as they came', () => {
    expect(print(identify(parse(TEXT), maker()), { base: TEXT }).text).toBe(TEXT)
  })
})
