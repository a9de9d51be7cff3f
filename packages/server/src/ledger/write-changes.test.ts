import { type Change, changed, type Path } from '@plenary/shared/blocks'
import { apply, contentOf, type DocJson, type InlineJson, read, seedUpdate } from '@plenary/shared/document'
import { parse } from '@plenary/shared/markdown'
import { minutesSchema } from '@plenary/shared/schema'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { fuzzSettings, type Random, random } from '../testing/random.ts'
import { writeChanges } from './write-changes.ts'

const schema = minutesSchema()

const TEXT = [
  '# Reef call\n\n**Present:** Ann, *Bob* and [Cem](https://example.org)\\\nRegrets: Dan\n\n- [ ] one\n- two\n  - three\n',
  '| Name | Here |\n| - | - |\n| Ann | yes |\n| Bob |  |\n\n> quoted ![fish](fish.png) text\n\n1. first\n\n   more\n\n```\ncode\n```\n',
].join('\n')

function docOf(minutes: DocJson): Y.Doc {
  const doc = new Y.Doc()
  apply(doc, [seedUpdate(minutes)])
  return doc
}

/** As the editor shows it. */
function shown(doc: Y.Doc): unknown {
  return schema.nodeFromJSON(read(doc)).toJSON()
}

type Node = { readonly type: string; readonly content?: readonly Node[]; readonly text?: string }

function places(node: Node, path: Path = []): { readonly node: Node; readonly path: Path }[] {
  const isInline = (child: Node): boolean => ['text', 'hardBreak', 'image'].includes(child.type)
  const children = (node.content ?? []).filter((child) => !isInline(child))
  return [{ node, path }, ...children.flatMap((child, index) => places(child, [...path, index]))]
}

const holdsText = ({ type }: Node): boolean => ['paragraph', 'heading', 'tableCell'].includes(type)
const lengthOf = ({ content = [] }: Node): number => content.reduce((sum, { text }) => sum + (text?.length ?? 1), 0)

const CONTENT: readonly (readonly InlineJson[])[] = [
  [],
  [{ type: 'text', text: 'Eve' }],
  [
    { type: 'text', text: 'Eve', marks: [{ type: 'bold' }] },
    { type: 'text', text: ' and Fay' },
  ],
  [{ type: 'hardBreak' }],
  [{ type: 'text', text: 'Eve' }, { type: 'hardBreak' }, { type: 'text', text: 'Fay', marks: [{ type: 'italic' }] }],
]

/** A change of each kind now and then, at places that have nothing to do with each other. */
function someChanges(minutes: DocJson, dice: Random): Change[] {
  const all = places(minutes as Node).filter(({ path }) => path.length > 0)
  const used = new Set<string>()
  const changes: Change[] = []
  for (let count = 1 + dice.whole(3); count > 0; count--) {
    const { node, path } = dice.one(all)
    const top = String(path[0])
    if (used.has(top)) continue
    used.add(top)
    const roll = dice.whole(4)
    if (roll === 0) changes.push({ type: 'insert', path, nodes: [likeIt(node)] })
    else if (roll === 1 && path.length === 1) changes.push({ type: 'remove', path })
    else if (node.type === 'heading') changes.push({ type: 'attrs', path, attrs: { level: 1 + dice.whole(6) } })
    else if (node.type === 'listItem') changes.push({ type: 'attrs', path, attrs: { checked: dice.one([true, null]) } })
    else if (holdsText(node)) changes.push(...texts(node, path, dice))
  }
  return changes
}

function likeIt({ type }: Node): Extract<Change, { type: 'insert' }>['nodes'][number] {
  const text = [{ type: 'text', text: 'new' }] as const
  if (type === 'listItem') return { type, content: [{ type: 'paragraph', content: text }] }
  if (type === 'tableRow') return { type, content: [{ type: 'tableCell', content: text }, { type: 'tableCell' }] }
  return type === 'tableCell' ? { type, content: text } : { type: 'paragraph', content: text }
}

/** One or two pieces of a text, neither touching the other. */
function texts(node: Node, path: Path, dice: Random): Change[] {
  const length = lengthOf(node)
  const cuts = [0, 0, 0, 0].map(() => dice.whole(length + 1)).sort((a, b) => a - b) as [number, number, number, number]
  const content = node.type === 'paragraph' ? CONTENT : CONTENT.slice(0, 3)
  const one: Change = { type: 'text', at: { path, from: cuts[0], to: cuts[1] }, content: dice.one(content) }
  const other: Change = { type: 'text', at: { path, from: cuts[2], to: cuts[3] }, content: dice.one(content) }
  return cuts[1] < cuts[2] && dice.chance(0.5) ? [one, other] : [one]
}

describe('changes written to the minutes', () => {
  test('[LD13] come to the same as in an editor', () => {
    const { seed, runs } = fuzzSettings('changes', 400)
    const minutes = parse(TEXT)
    for (let run = 0; run < runs; run++) {
      const changes = someChanges(minutes, random(seed + run))
      const doc = docOf(minutes)
      writeChanges(doc, changes)
      const expected = schema.nodeFromJSON(changed(minutes, changes, schema)).toJSON() as unknown
      expect(shown(doc), `PLENARY_SEED=${seed + run} PLENARY_RUNS=1: ${JSON.stringify(changes)}`).toEqual(expected)
    }
  })

  test('[LD13] merge with what people write in the same place at the same moment', () => {
    const minutes = parse('Present: Ann, Bob\n\n| Name |\n| - |\n| Ann |\n')
    const [server, page] = [docOf(minutes), new Y.Doc()]
    apply(page, [Y.encodeStateAsUpdate(server)])
    const row = {
      type: 'tableRow',
      content: [{ type: 'tableCell', content: [{ type: 'text', text: 'Cem' }] }],
    } as const
    writeChanges(server, [
      { type: 'text', at: { path: [0], from: 17, to: 17 }, content: [{ type: 'text', text: ', Cem' }] },
      { type: 'insert', path: [1, 2], nodes: [row] },
    ])
    textAt(page, 0).insert(9, 'Annabel, ')
    textAt(page, 1, 1, 0).insert(3, 'abel')
    Y.applyUpdate(page, Y.encodeStateAsUpdate(server))
    expect(
      contentOf(page)
        .toJSON()
        .replace(/<\/?(?:table|tableRow|tableCell|paragraph)[^>]*>/g, '|'),
    ).toMatch(/^\|Present: Annabel, Ann, Bob, Cem\|.*\|Name\|.*\|Annabel\|.*\|Cem\|/)
  })

  test('[LD13] a place that is not there is an error, and changes nothing', () => {
    const doc = docOf(parse('one\n'))
    const before = Y.encodeStateVector(doc)
    const insert: Change = { type: 'insert', path: [0], nodes: [{ type: 'paragraph' }] }
    expect(() => writeChanges(doc, [insert, { type: 'remove', path: [7] }])).toThrow(RangeError)
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })
})

function textAt(doc: Y.Doc, ...path: readonly number[]): Y.XmlText {
  let node: Y.XmlFragment | Y.XmlElement = contentOf(doc)
  for (const index of path) node = node.get(index) as Y.XmlElement
  return node.get(0) as Y.XmlText
}
