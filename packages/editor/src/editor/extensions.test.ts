import { seed } from '@plenary/shared/document'
import { minutesSchema } from '@plenary/shared/schema'
import { getSchema } from '@tiptap/core'
import { Editor } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { collaboration } from '../binding/index.ts'
import { extensions } from './extensions.ts'
import { doc, li, p, row, source, table, ul } from './testing/build.ts'

describe('the writing surface', () => {
  test('has exactly the shape of the shared schema', () => {
    const [ours, shared] = [getSchema(extensions()), minutesSchema()]
    expect(Object.keys(ours.nodes)).toEqual(Object.keys(shared.nodes))
    expect(Object.keys(ours.marks)).toEqual(Object.keys(shared.marks))
    for (const [name, type] of Object.entries(shared.nodes)) {
      const { content, group, attrs, marks, inline, isolating } = ours.nodes[name]?.spec ?? {}
      expect({ content, group, marks, inline, isolating }).toEqual({
        content: type.spec.content,
        group: type.spec.group,
        marks: type.spec.marks,
        inline: type.spec.inline,
        isolating: type.spec.isolating,
      })
      expect(Object.keys(attrs ?? {})).toEqual(Object.keys(type.spec.attrs ?? {}))
    }
  })

  test('writes nothing into a document by opening it, however odd that is', () => {
    const shared = new Y.Doc()
    const minutes = doc(
      source('yaml', 'a: b'),
      table(row('a', 'b'), row()),
      ul(li(p(), ul(li('x')))),
      p('a\nb '),
      table(row('z')),
    )
    seed(shared, minutes.toJSON())
    const before = Y.encodeStateAsUpdate(shared)
    const editor = new Editor({ extensions: [...extensions(), collaboration({ doc: shared })], injectCSS: false })
    expect(editor.getJSON()).toEqual(minutes.toJSON())
    editor.destroy()
    expect(Y.encodeStateAsUpdate(shared)).toEqual(before)
  })
})
