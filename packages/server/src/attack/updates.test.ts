import { contentOf } from '@plenary/shared/document'
import { CLOSE } from '@plenary/shared/protocol'
import { beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { bytes } from '../testing/bytes.ts'
import { textsIn } from '../testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import { RealServer } from '../testing/real-server.ts'

/** CPU seconds, which a busy machine does not change. */
const HELD_UP = 0.5

let server: RealServer

beforeAll(async () => {
  server = await RealServer.begin()
  return () => server.end()
})

const MINUTES = 'weekly\n\n- one\n\n```\ncode\n```\n'

/** What somebody sends who wants to harm the others: a change as Yjs makes it, or bytes. */
type Attack = ((content: Y.XmlFragment, doc: Y.Doc) => void) | Uint8Array

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

const child = (content: Y.XmlFragment, at: number): Y.XmlElement => content.get(at) as Y.XmlElement

/** Yjs types attributes as strings; it takes anything. */
const set = (of: Y.XmlElement, name: string, value: unknown): void => of.setAttribute(name, value as string)

const marked = (marks: Record<string, unknown>, at = 0): Attack => {
  return (content) => textsIn(content)[at]?.format(0, 2, marks)
}

const nested = (depth: number): Y.XmlElement => {
  let outer = element('paragraph')
  for (let level = 1; level < depth; level++) outer = element('blockquote', outer)
  return outer
}

/** What somebody sends who does as if there were nothing yet. */
const apart = (change: (doc: Y.Doc) => void, encode = Y.encodeStateAsUpdate): Uint8Array => {
  const doc = new Y.Doc()
  change(doc)
  return encode(doc)
}

const MALFORMED: Readonly<Record<string, Attack>> = {
  'nothing at all': new Uint8Array(),
  'B09 a struct without a length': bytes(1, 1, 2 ** 32 - 1, 0, { raw: 0 }, 0, 0),
  'letters without a length': bytes(1, 1, 7, 0, { raw: 4 }, 1, 'content', '', 0),
  'a deletion without a length': bytes(0, 1, 7, 1, 0, 0),
  'counts without what is counted': bytes(2 ** 40, 2 ** 31, 7, 0),
  'more than one update': bytes(0, 0, 0),
  'an update of the second encoding': apart(
    (doc) => contentOf(doc).insert(0, [element('paragraph')]),
    Y.encodeStateAsUpdateV2,
  ),
  noise: new Uint8Array(64).fill(255),
  'B16 lists in lists, a hundred thousand deep': Buffer.concat([
    bytes(1, 1, 7, 0, { raw: 8 }, 1, 'content', 1),
    // Each is a list (117) of one.
    Buffer.from('7501'.repeat(150_000), 'hex'),
    bytes({ raw: 126 }, 0),
  ]),
}

const REFUSED: Readonly<Record<string, Attack>> = {
  'B12 a clock near its end': bytes(1, 1, 7, 0, { raw: 0 }, 2 ** 52, 0),
  'B12 a clock at its end': bytes(1, 1, 7, 0, { raw: 0 }, 2 ** 53 - 1, 0),
  'B10 twenty thousand writers after a gap': bytes(
    20_000,
    ...Array.from({ length: 20_000 }, (_, client) => [1, client, 5, { raw: 0 }, 1]).flat(),
    0,
  ),
  'twenty thousand writers': bytes(
    20_000,
    ...Array.from({ length: 20_000 }, (_, client) => [1, client, 0, { raw: 0 }, 1]).flat(),
    0,
  ),
  'three megabytes': (content) => textsIn(content)[0]?.insert(0, 'a'.repeat(3 * 1024 * 1024)),
  'B14 twenty thousand roots': (_, doc) => {
    for (let root = 0; root < 20_000; root++) doc.getText(`root ${root}`).insert(0, 'x')
  },
  'B15 a root for votes': (_, doc) => doc.getMap('votes').set('ann', 'yes'),
  'B15 a root for roles': (_, doc) => doc.getMap('roles').set('mallory', 'chair'),
  'B15 a root for the record': (_, doc) => doc.getArray('ledger').push([{ type: 'vote' }]),
  'B16 a root of a strange name': (_, doc) => doc.getArray('__proto__').push([1]),
  'B16 a key of a strange name': (content) => set(child(content, 0), '__proto__', 'x'),
  'a key of the root': apart((doc) => void doc.getMap('content').set('title', 'mine')),
  'B16 a document in the document': apart((doc) => void doc.getMap('content').set('inner', new Y.Doc())),
  'B16 half a megabyte of bytes': (content) => set(child(content, 0), 'id', new Uint8Array(512 * 1024)),
  'nested arrays for an attribute': (content) => set(child(content, 0), 'id', [[[[]]]]),
  'an attribute for code': (content) => set(child(content, 0), 'onclick', 'alert(1)'),
  'B17 an attribute of a long name': (content) => set(child(content, 0), 'a'.repeat(5_000), 'a'),
  'a level that is no number': (content) => set(child(content, 0), 'level', '1 onclick=alert(1)'),
  'a type for an attribute': (content) => set(child(content, 0), 'id', new Y.Map()),
  'a map': (content) => content.insert(0, [new Y.Map() as unknown as Y.XmlElement]),
  'an array': (content) => content.insert(0, [new Y.Array() as unknown as Y.XmlElement]),
  'a hook': (content) => content.insert(0, [new Y.XmlHook('paragraph') as unknown as Y.XmlElement]),
  'B17 a heading in a list': (content) => child(content, 1).insert(1, [element('heading')]),
  'B17 text in a list': (content) => child(content, 1).insert(1, [new Y.XmlText('a')]),
  'B17 text in the root': (content) => content.insert(0, [new Y.XmlText('a')]),
  'B17 an unknown element': (content) => content.insert(0, [element('script', new Y.XmlText('alert(1)'))]),
  'the root once more': (content) => content.insert(0, [element('doc', element('paragraph'))]),
  'four hundred quotes in each other': (content) => content.insert(0, [nested(401)]),
  'B17 an unknown mark': marked({ comment: {} }),
  'a mark with more than it has': marked({ bold: { style: 'position:fixed' } }),
  'a mark in code': marked({ bold: {} }, 2),
  'B17 an object in text': (content) => textsIn(content)[0]?.insertEmbed(0, { image: 'a' }),
  'an element in text': (content) => textsIn(content)[0]?.insertEmbed(0, element('image')),
  'an image that is a page': (content) => {
    const image = element('image')
    set(image, 'src', 'data:image/svg+xml,<svg onload="alert(1)"/>')
    child(content, 0).insert(0, [image])
  },
}

const LINKS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://evil.example/1',
]

const TOLD_WHY: Outcome = {
  code: CLOSE.refused,
  notice: expect.stringMatching(/^This change .*\.$/) as string,
  minutes: `Our ${MINUTES}`,
}

describe('whoever sends what no page would', () => {
  test.each(Object.entries(MALFORMED))('[AT1] [GU3] [RM5] is sent away: %s', async (_, attack) => {
    expect(await outcomeOf(attack)).toMatchObject({ code: CLOSE.malformed, minutes: `Our ${MINUTES}` })
  })

  test.each(Object.entries(REFUSED))('[AT1] [GU4] [GU6] [GU7] is told why: %s', async (_, attack) => {
    expect(await outcomeOf(attack)).toEqual(TOLD_WHY)
  })

  test.each(LINKS)('[AT1] [GU7] is told why: B18 a link to %j', async (href) => {
    expect(await outcomeOf(marked({ link: { href } }))).toEqual(TOLD_WHY)
  })

  test('[AT1] [GU2] is asked for what is missing, and leaves nothing behind: B11 1,500 gaps', async () => {
    const { id, ann, mallory } = await server.siege(MINUTES)
    for (let client = 100; client < 1_600; client++) {
      mallory.say({ kind: 'update', update: bytes(1, 1, client, 5, { raw: 0 }, 1, 0) })
    }
    await mallory.heard()
    ann.write('Our ')
    await eventually(() => ann.saved === 1)
    expect(await server.minutes(id)).toBe(`Our ${MINUTES}`)
    const state = (await server.join(id, await server.invite(id, 'Bob', 'reader'))).doc
    expect(state.store.pendingStructs).toBeNull()
    expect([...state.store.clients.keys()].filter((client) => client >= 100 && client < 1_600)).toEqual([])
  })
})

interface Outcome {
  /** How the connection of the attacker ended. */
  readonly code: number | undefined
  readonly notice: string | undefined
  /** What became of the minutes, after somebody who was there has written `Our` in front. */
  readonly minutes: string
}

async function outcomeOf(attack: Attack): Promise<Outcome> {
  const { id, ann, mallory } = await server.siege(MINUTES)
  const update = attack instanceof Uint8Array ? attack : updateBy(mallory.doc, attack)
  const before = await server.cost()
  mallory.say({ kind: 'update', update })
  await eventually(() => mallory.code !== undefined)
  // Nobody else is held up for longer than that.
  expect((await server.cost()).cpu - before.cpu).toBeLessThan(HELD_UP)
  ann.write('Our ')
  await eventually(() => ann.saved === 1)
  return { code: mallory.code, notice: mallory.notices.at(-1), minutes: await server.minutes(id) }
}

function updateBy(doc: Y.Doc, change: (content: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  change(contentOf(doc), doc)
  return Y.encodeStateAsUpdate(doc, before)
}
