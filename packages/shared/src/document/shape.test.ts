import { getSchema, Node } from '@tiptap/core'
import { describe, expect, test } from 'vitest'

import { marks, minutesSchema, nodes } from './schema.ts'
import { shapeOf } from './shape-of.ts'
import { SHAPE } from './shape.ts'

describe('the shape of minutes', () => {
  test('is that of the schema; after a change build, then run tools/write-shape.mjs', () => {
    expect(SHAPE).toEqual(shapeOf(minutesSchema()))
  })

  test('says what may stand where, and of which kind attributes are', () => {
    const { elements } = SHAPE
    expect(elements['bulletList']?.children).toEqual(['listItem'])
    expect(elements['paragraph']).toMatchObject({ children: ['hardBreak', 'image'], text: true })
    expect(elements['codeBlock']).toMatchObject({ children: [], text: true, marks: [] })
    expect(elements['listItem']?.attributes).toEqual({ checked: ['boolean', 'null'] })
    expect(elements['image']?.attributes['src']).toEqual(['address'])
    expect(SHAPE.marks['link']?.['href']).toEqual(['address'])
    expect(elements['text']).toBeUndefined()
  })

  test('cannot be said of a schema in which order matters, or of attributes of no kind', () => {
    const schemaWith = (more: Node) => getSchema([...Object.values(nodes), ...Object.values(marks), more])
    const ordered = Node.create({ name: 'figure', content: 'heading paragraph+' })
    expect(() => shapeOf(schemaWith(ordered))).toThrow('in a figure depends on')
    const kindless = Node.create({ name: 'figure', addAttributes: () => ({ width: { default: 1 } }) })
    expect(() => shapeOf(schemaWith(kindless))).toThrow('the width of a figure')
  })
})
