import { type Action, type Attendee, Roster, type Turn, type Understanding } from '@plenary/shared/blocks'
import { type DocJson, type NodeJson, seed } from '@plenary/shared/document'
import type { Extensions } from '@tiptap/core'
import { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'

import { collaboration } from '../../binding/index.ts'
import { extensions } from '../../editor/extensions.ts'
import { doc } from '../../editor/testing/build.ts'
import { understanding, understandingOf } from '../extension.ts'
import type { LiveUnderstanding } from '../live.ts'
import { minutesJson } from '../minutes-json.ts'
import type { Reader } from '../reader.ts'

/**
 * Reads the minutes of the tests: `Who: Ann, Bob` is an attendance, `AI: …` an action item, `AI(Ann): …` one with an owner, and
 * `Name: …` a turn. The product's own recognisers are tested where they are.
 */
export function readSimply(document: DocJson): Understanding {
  const attendees: Attendee[] = []
  const actions: Action[] = []
  const turns: Turn[] = []
  document.content.forEach((block, index) => {
    const text = textOf(block)
    const path = [index]
    const at = (part: string) => ({ path, from: text.indexOf(part), to: text.indexOf(part) + part.length })
    const id = ('attrs' in block ? (block.attrs as { id?: string | null }).id : null) ?? null
    const said = /^(\w+)(?:\((\w+)\))?: (.+)$/.exec(text)
    if (said === null) return
    const [, word = '', owner, rest = ''] = said
    if (word === 'Who') {
      for (const name of rest.split(', ')) attendees.push({ name, state: 'present', at: at(name) })
    } else if (word === 'AI') {
      actions.push({
        kind: 'action',
        carrier: { path, row: 0, id, isSaid: false },
        form: 'label',
        text: { value: rest, at: at(rest) },
        owners: owner === undefined ? [] : [{ value: owner, at: at(owner) }],
        ownerPlace: null,
        done: rest.endsWith('done'),
        box: null,
        parts: { label: null, word: null, owners: { form: 'parens', at: null }, due: null, done: null },
      })
    } else {
      const who = attendees.some(({ name }) => name === word)
      turns.push({
        kind: 'turn',
        written: word,
        who: who ? { state: 'one', name: word } : { state: 'none' },
        at: at(`${word}:`),
        style: { frame: 'colon', mark: null, isColonMarked: true, gap: ' ' },
        goesOn: [],
      })
    }
  })
  const carrier = { path: [0], row: 0, id: null, isSaid: false }
  return {
    facts: { tags: [] },
    attendances:
      attendees.length === 0
        ? []
        : [{ kind: 'attendance', carrier, form: 'commas', state: 'present', end: null, attendees }],
    noteTakers: [],
    agendas: [],
    polls: [],
    decisions: [],
    actions,
    turns,
    roster: new Roster(attendees),
  }
}

function textOf(node: NodeJson): string {
  if (node.type === 'text') return node.text
  return 'content' in node ? ((node.content ?? []) as NodeJson[]).map(textOf).join('') : ''
}

export interface Understood {
  readonly editor: Editor
  readonly live: LiveUnderstanding
  readonly shared: Y.Doc
  /** How often the minutes were read. */
  readonly reads: () => number
}

/** An editor over a shared document with these blocks, or over one that is there already. */
export async function understoodWith(
  content: Y.Doc | readonly Node[],
  more: Extensions = [],
  beside: Beside = async (read) => read(),
): Promise<Understood> {
  const read = vi.fn<typeof readSimply>(readSimply)
  const shared = content instanceof Y.Doc ? content : seeded(content)
  const element = document.body.appendChild(document.createElement('div'))
  const options = { reader: readerOf(read, beside), load: async () => read }
  const all = [...extensions(), collaboration({ doc: shared }), understanding(options), ...more]
  const editor = new Editor({ element, extensions: all, injectCSS: false })
  onTestFinished(() => {
    editor.destroy()
    element.remove()
  })
  const live = understandingOf(editor)
  if (live === undefined) throw new Error('the editor understands nothing')
  await live.ready()
  return { editor, live, shared, reads: () => read.mock.calls.length }
}

/** When a reading that goes on beside the page answers. */
type Beside = (read: () => Understanding) => Promise<Understanding>

function readerOf(read: typeof readSimply, beside: Beside): Reader {
  return { read: (doc) => beside(() => read(minutesJson(doc))), close: () => undefined }
}

function seeded(blocks: readonly Node[]): Y.Doc {
  const shared = new Y.Doc()
  seed(shared, doc(...blocks).toJSON() as DocJson)
  return shared
}
