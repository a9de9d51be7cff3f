import { apply, read } from '@plenary/shared/document'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { tasks } from './tasks.ts'

const TEXT = '# Call\n\n**ACTION**: Ann Bell: write it up\n\n- ACTION: Ben Cole: book a room\n'

describe('what the lens does', () => {
  test('[LE3] what is recognised in an imported text has an id from then on', () => {
    const doc = new Y.Doc()
    apply(doc, [tasks.read(TEXT).state])
    const [heading, paragraph] = read(doc).content
    expect(heading).not.toHaveProperty('attrs.id')
    expect(paragraph).toHaveProperty('attrs.id', expect.stringMatching(/^[a-z2-9]{10}$/))
    const { actions } = tasks.structure(tasks.read(TEXT).state, TEXT, { id: 'm', name: 'M' })
    expect(actions).toMatchObject([
      { id: expect.stringMatching(/^[a-z2-9]{10}$/) as string, text: 'write it up', owners: ['Ann Bell'], line: 3 },
      { id: expect.stringMatching(/^[a-z2-9]{10}$/) as string, text: 'book a room', owners: ['Ben Cole'], line: 5 },
    ])
    expect(new Set(actions.map(({ id }) => id)).size).toBe(2)
  })

  test('[LE3] ids are in no file', () => {
    const { state } = tasks.read(TEXT)
    expect(tasks.print(state, TEXT)).toEqual({ text: TEXT, exact: true, losses: [] })
    expect(tasks.print(state, undefined).text).not.toMatch(/[a-z2-9]{10}/)
  })
})
