import { getSchema } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { yDocToProsemirrorJSON } from 'y-prosemirror'
import * as Y from 'yjs'

import { MARK_ORDER } from './mark-order.ts'
import type { DocJson } from './node.ts'
import { read } from './read.ts'
import { contentOf } from './roots.ts'
import { marks, minutesSchema, nodes } from './schema.ts'
import { seed, seedUpdate } from './write.ts'

const MINUTES: DocJson = {
  type: 'doc',
  content: [
    { type: 'rawBlock', attrs: { kind: 'yaml' }, content: [{ type: 'text', text: 'title: Weekly\ntags: [a]' }] },
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Attendees' }] },
    {
      type: 'bulletList',
      attrs: { spread: false },
      content: [
        {
          type: 'listItem',
          attrs: { checked: true },
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'Ada ' },
                { type: 'text', text: 'writes', marks: [{ type: 'bold' }, { type: 'italic' }] },
                { type: 'hardBreak' },
                { type: 'image', attrs: { src: 'a.png', alt: 'a' } },
                {
                  type: 'text',
                  text: 'notes',
                  marks: [{ type: 'link', attrs: { href: 'https://example.org', title: null, reference: '[n]' } }],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', attrs: { align: 'right' }, content: [{ type: 'text', text: 'SF' }] },
            { type: 'tableCell', content: [{ type: 'text', text: 'F' }] },
          ],
        },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'text', text: '17' }] }] },
      ],
    },
    { type: 'horizontalRule' },
    { type: 'paragraph' },
  ],
}

describe('the document', () => {
  const schema = minutesSchema()
  const load = (update: Uint8Array): Y.Doc => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    return doc
  }

  test('is read back as it was seeded', () => {
    const doc = load(seedUpdate(MINUTES))
    expect(schema.nodeFromJSON(read(doc)).toJSON()).toEqual(schema.nodeFromJSON(MINUTES).toJSON())
    schema.nodeFromJSON(read(doc)).check()
  })

  test('is encoded as y-prosemirror encodes it', () => {
    const doc = load(seedUpdate(MINUTES))
    expect(schema.nodeFromJSON(yDocToProsemirrorJSON(doc, 'content')).toJSON()).toEqual(
      schema.nodeFromJSON(MINUTES).toJSON(),
    )
  })

  test('is never changed by reading it', () => {
    const doc = load(seedUpdate(MINUTES))
    doc.getXmlFragment('content').insert(0, [new Y.XmlElement('unheardOf')])
    const before = Y.encodeStateAsUpdate(doc)
    let updates = 0
    doc.on('update', () => updates++)
    read(doc)
    expect(updates).toBe(0)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  test('is whole where merges have emptied a container, or another client has left an attribute out', () => {
    const doc = new Y.Doc()
    const names = ['heading', 'rawBlock', 'bulletList', 'orderedList', 'blockquote', 'table']
    contentOf(doc).insert(
      0,
      names.map((name) => new Y.XmlElement(name)),
    )
    const { content } = read(doc)
    expect(content).toEqual([
      { type: 'heading', attrs: { level: 1 } },
      { type: 'rawBlock', attrs: { kind: 'html' } },
      { type: 'bulletList', content: [] },
      { type: 'orderedList', content: [] },
      { type: 'blockquote', content: [] },
      { type: 'table', content: [] },
    ])
    for (const node of content) {
      const given = 'attrs' in node ? (node.attrs ?? {}) : {}
      expect(schema.nodeFromJSON({ type: node.type }).attrs).toMatchObject(given)
    }
  })

  test('refuses to be seeded twice', () => {
    const doc = load(seedUpdate(MINUTES))
    expect(() => seed(doc, MINUTES)).toThrow('only once')
  })

  test('nests its marks in the order of the schema', () => {
    expect(Object.keys(schema.marks)).toEqual(MARK_ORDER)
  })

  test('keeps its shape when the editor extends a node with a view', () => {
    const extended = Object.values(nodes).map((node) => node.extend({ addCommands: () => ({}) }))
    const other = getSchema([...extended, ...Object.values(marks)])
    for (const [name, type] of Object.entries(schema.nodes)) {
      expect(other.nodes[name]?.spec.content).toBe(type.spec.content)
      expect(Object.keys(other.nodes[name]?.spec.attrs ?? {})).toEqual(Object.keys(type.spec.attrs ?? {}))
    }
  })
})
