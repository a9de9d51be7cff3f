import { once } from 'node:events'

import { contentOf, SCHEMA_VERSION } from '@plenary/shared/document'
import { CLOSE, decode, encode } from '@plenary/shared/protocol'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

import { bytes } from '../testing/bytes.ts'
import { textsIn } from '../testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import { listen, newMeeting, testServer } from '../testing/server.ts'

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
  'a struct without a length': bytes(1, 1, 2 ** 32 - 1, 0, { raw: 0 }, 0, 0),
  'letters without a length': bytes(1, 1, 7, 0, { raw: 4 }, 1, 'content', '', 0),
  'a deletion without a length': bytes(0, 1, 7, 1, 0, 0),
  'counts without what is counted': bytes(2 ** 40, 2 ** 31, 7, 0),
  'more than one update': bytes(0, 0, 0),
  'an update of the second encoding': apart(
    (doc) => contentOf(doc).insert(0, [element('paragraph')]),
    Y.encodeStateAsUpdateV2,
  ),
  noise: new Uint8Array(64).fill(255),
}

const REFUSED: Readonly<Record<string, Attack>> = {
  'a clock near its end': bytes(1, 1, 7, 0, { raw: 0 }, 2 ** 52, 0),
  'twenty thousand writers': bytes(
    20_000,
    ...Array.from({ length: 20_000 }, (_, client) => [1, client, 0, { raw: 0 }, 1]).flat(),
    0,
  ),
  'three megabytes': (content) => textsIn(content)[0]?.insert(0, 'a'.repeat(3 * 1024 * 1024)),
  'another root': (_, doc) => doc.getMap('votes').set('ann', 'yes'),
  'a root of a strange name': (_, doc) => doc.getArray('__proto__').push([1]),
  'a key of the root': apart((doc) => void doc.getMap('content').set('title', 'mine')),
  'a document in the document': apart((doc) => void doc.getMap('content').set('inner', new Y.Doc())),
  'bytes for an attribute': (content) => set(child(content, 0), 'id', new Uint8Array(512 * 1024)),
  'nested arrays for an attribute': (content) => set(child(content, 0), 'id', [[[[]]]]),
  'an attribute for code': (content) => set(child(content, 0), 'onclick', 'alert(1)'),
  'an attribute of a long name': (content) => set(child(content, 0), 'a'.repeat(5_000), 'a'),
  'a level that is no number': (content) => set(child(content, 0), 'level', '1 onclick=alert(1)'),
  'a type for an attribute': (content) => set(child(content, 0), 'id', new Y.Map()),
  'a map': (content) => content.insert(0, [new Y.Map() as unknown as Y.XmlElement]),
  'an array': (content) => content.insert(0, [new Y.Array() as unknown as Y.XmlElement]),
  'a hook': (content) => content.insert(0, [new Y.XmlHook('paragraph') as unknown as Y.XmlElement]),
  'a heading in a list': (content) => child(content, 1).insert(1, [element('heading')]),
  'text in a list': (content) => child(content, 1).insert(1, [new Y.XmlText('a')]),
  'text in the root': (content) => content.insert(0, [new Y.XmlText('a')]),
  'an unknown element': (content) => content.insert(0, [element('script', new Y.XmlText('alert(1)'))]),
  'the root once more': (content) => content.insert(0, [element('doc', element('paragraph'))]),
  'four hundred quotes in each other': (content) => content.insert(0, [nested(401)]),
  'an unknown mark': marked({ comment: {} }),
  'a mark with more than it has': marked({ bold: { style: 'position:fixed' } }),
  'a mark in code': marked({ bold: {} }, 2),
  'an object in text': (content) => textsIn(content)[0]?.insertEmbed(0, { image: 'a' }),
  'an element in text': (content) => textsIn(content)[0]?.insertEmbed(0, element('image')),
  'a link that is code': marked({ link: { href: 'java\tscript:alert(1)' } }),
  'a link that is a page': marked({ link: { href: 'data:text/html,<script>alert(1)</script>' } }),
  'an image that is a page': (content) => {
    const image = element('image')
    set(image, 'src', 'data:image/svg+xml,<svg onload="alert(1)"/>')
    child(content, 0).insert(0, [image])
  },
}

describe('whoever sends what no page would', () => {
  test.each(Object.entries(MALFORMED))('[GU3] [RM5] is sent away: %s', async (_, attack) => {
    expect(await outcomeOf(attack)).toMatchObject({ code: CLOSE.malformed, minutes: `Our ${MINUTES}` })
  })

  test.each(Object.entries(REFUSED))('[GU4] [GU6] [GU7] is told why: %s', async (_, attack) => {
    const notice = expect.stringMatching(/^This change .*\.$/) as string
    expect(await outcomeOf(attack)).toEqual({ code: CLOSE.refused, notice, minutes: `Our ${MINUTES}` })
  })
})

interface Outcome {
  /** How the connection of the attacker ended. */
  readonly code: number
  readonly notice: string | undefined
  /** What became of the minutes, after somebody who was there has written `Our` in front. */
  readonly minutes: string
}

/** An attack on a real server over a connection of its own, while somebody else is in the meeting. */
async function outcomeOf(attack: Attack): Promise<Outcome> {
  const { app } = await testServer()
  const id = await newMeeting(app, { markdown: MINUTES })
  const url = `${await listen(app)}/sync/${id}?protocol=1&schema=${SCHEMA_VERSION}`
  const [ann, mallory] = [await Client.enter(url), await Client.enter(url)]
  mallory.send(attack instanceof Uint8Array ? attack : updateBy(mallory.doc, attack))
  const [code] = (await once(mallory.socket, 'close')) as [number]
  ann.send(updateBy(ann.doc, (content) => textsIn(content)[0]?.insert(0, 'Our ')))
  await eventually(() => ann.saved === 1)
  const exported = await app.inject(`/api/meetings/${id}/minutes.md`)
  return { code, notice: mallory.notices.at(-1), minutes: exported.body }
}

function updateBy(doc: Y.Doc, change: (content: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  change(contentOf(doc), doc)
  return Y.encodeStateAsUpdate(doc, before)
}

/** A raw connection and the minutes that it brought. */
class Client {
  readonly doc = new Y.Doc()
  readonly socket: WebSocket
  readonly notices: string[] = []
  saved = 0
  #isSynced = false

  private constructor(url: string) {
    this.socket = new WebSocket(url)
    onTestFinished(() => this.socket.terminate())
    this.socket.on('message', (data: Buffer) => this.#hear(new Uint8Array(data)))
  }

  static async enter(url: string): Promise<Client> {
    const client = new Client(url)
    await once(client.socket, 'open')
    client.socket.send(encode({ kind: 'sync-step-1', stateVector: Y.encodeStateVector(client.doc) }))
    await eventually(() => client.#isSynced)
    return client
  }

  send(update: Uint8Array): void {
    this.socket.send(encode({ kind: 'update', update }))
  }

  #hear(frame: Uint8Array): void {
    const message = decode(frame)
    if (message === undefined || message === 'malformed') throw new Error('the server sent what is no frame')
    if (message.kind === 'sync-step-2' || message.kind === 'update') Y.applyUpdate(this.doc, message.update)
    if (message.kind === 'sync-step-2') this.#isSynced = true
    if (message.kind === 'saved') this.saved = message.frames
    if (message.kind === 'notice') this.notices.push(message.notice.message)
  }
}
