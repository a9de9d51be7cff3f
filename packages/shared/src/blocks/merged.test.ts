import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { apply, contentOf, type DocJson, normalise, read, seedUpdate } from '../document/index.ts'
import { parse, print } from '../markdown/index.ts'
import { checkIn } from './inscribe/check-in.ts'
import { noteTakers } from './inscribe/note-takers.ts'
import { understand } from './understand.ts'

const TEXT = '# Weekly\n\n## Attendees\n\n- Ann Bell\n- Bob Cole\n\n## Notes\n\n- Ann: good morning\n'

/** The minutes after two people have deleted an item each of the same list, and so all of it. */
function emptied(text: string, list: number): Y.Doc {
  const seeded = seedUpdate(parse(text))
  const updates = [0, 1].map((item) => {
    const doc = new Y.Doc()
    apply(doc, [seeded])
    const before = Y.encodeStateVector(doc)
    ;(contentOf(doc).get(list) as Y.XmlElement).delete(item, 1)
    return Y.encodeStateAsUpdate(doc, before)
  })
  const doc = new Y.Doc()
  apply(doc, [seeded, ...updates])
  return doc
}

function withBare(name: string): DocJson {
  const doc = new Y.Doc()
  apply(doc, [seedUpdate(parse(TEXT))])
  contentOf(doc).insert(1, [new Y.XmlElement(name)])
  return read(doc)
}

const ZOE = { name: 'Zoe Quill' }

describe('minutes that nobody has written so', () => {
  test('are read, inscribed and printed where two people have emptied a list', () => {
    const document = read(emptied(TEXT, 2))
    expect(document.content[2]).toEqual({ type: 'bulletList', content: [] })
    expect(understand(document).roster.attendees).toEqual([])
    expect(checkIn(document, ZOE, 'present', null)).not.toEqual([])
    expect(noteTakers(document, [ZOE])).not.toEqual([])
    expect(print(document, { base: TEXT })).toMatchObject({ exact: true })
  })

  test('are read where a row of a table has lost its last cell', () => {
    const { content } = parse('POLL: shall we?\n\n| F | N | A |\n|-|-|-|\n| 4 | 1 | 0 |\n')
    const withRow = content.map((node) =>
      node.type === 'table' ? { ...node, content: node.content.toSpliced(1, 0, { type: 'tableRow' }) } : node,
    )
    expect(understand({ type: 'doc', content: withRow }).polls).toMatchObject([{ options: [{ label: 'F' }, {}, {}] }])
  })

  test.each(['heading', 'rawBlock', 'table', 'blockquote'])(
    'are read, inscribed and printed where another client has put a bare %s into them',
    (name) => {
      const document = withBare(name)
      expect(understand(document).roster.attendees.map((each) => each.name)).toEqual(['Ann Bell', 'Bob Cole'])
      expect(checkIn(document, ZOE, 'present', null)).not.toEqual([])
      expect(() => normalise(document)).not.toThrow()
    },
  )
})
