import { contentOf } from '@plenary/shared/document'
import * as Y from 'yjs'

import type { Random } from './random.ts'

/** What a random edit wrote and took away, by tokens that occur nowhere else. */
export interface Edit {
  readonly added: readonly string[]
}

const MARKS = ['bold', 'italic', 'code', 'strike', 'link'] as const

/**
 * One edit as an editor would make it: words typed, text cut, marks, blocks, lists, tables, attributes, a whole block
 * removed. Each word is a token of its own, so that one can count what became of it.
 */
export function editAtRandom(doc: Y.Doc, random: Random, token: () => string): Edit {
  const added: string[] = []
  const word = (): string => {
    const fresh = token()
    added.push(fresh)
    return fresh
  }
  doc.transact(() => {
    const content = contentOf(doc)
    const texts = textsIn(content)
    const text = texts.length > 0 ? random.one(texts) : undefined
    const roll = random.whole(100)
    if (text === undefined || roll < 12) insertBlock(content, random, word)
    else if (roll < 60) text.insert(random.whole(text.length + 1), word())
    else if (roll < 72) cut(text, random)
    else if (roll < 84) mark(text, random)
    else if (roll < 92) grow(text, random, word)
    else if (roll < 96) attribute(content, random)
    else if (content.length > 1) content.delete(random.whole(content.length), 1)
  })
  return { added }
}

function insertBlock(content: Y.XmlFragment, random: Random, word: () => string): void {
  const at = random.whole(content.length + 1)
  content.insert(at, [random.one([paragraph, heading, list, table])(word)])
}

function paragraph(word: () => string): Y.XmlElement {
  return element('paragraph', [new Y.XmlText(word())])
}

function heading(word: () => string): Y.XmlElement {
  const block = element('heading', [new Y.XmlText(word())])
  block.setAttribute('level', 2 as unknown as Value)
  return block
}

function list(word: () => string): Y.XmlElement {
  return element('bulletList', [item(word), item(word)])
}

function item(word: () => string): Y.XmlElement {
  return element('listItem', [paragraph(word)])
}

function table(word: () => string): Y.XmlElement {
  const row = (): Y.XmlElement => element('tableRow', [cell(word), cell(word)])
  return element('table', [row(), row()])
}

function cell(word: () => string): Y.XmlElement {
  return element('tableCell', [new Y.XmlText(word())])
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

/** Takes out part of a text, as selecting and typing over it does. */
function cut(text: Y.XmlText, random: Random): void {
  if (text.length === 0) return
  const at = random.whole(text.length)
  text.delete(at, 1 + random.whole(text.length - at))
}

function mark(text: Y.XmlText, random: Random): void {
  const isCode = text.parent instanceof Y.XmlElement && text.parent.nodeName === 'codeBlock'
  if (text.length === 0 || isCode) return
  const at = random.whole(text.length)
  const name = random.one(MARKS)
  const value = name === 'link' ? { href: 'https://example.org' } : {}
  text.format(at, 1 + random.whole(text.length - at), { [name]: random.chance(0.3) ? null : value })
}

/** A new item or row beside the one that the text is in, or a paragraph after it. */
function grow(text: Y.XmlText, random: Random, word: () => string): void {
  for (let node = text.parent; node instanceof Y.XmlElement; node = node.parent) {
    const { parent } = node
    if (!(parent instanceof Y.XmlElement || parent instanceof Y.XmlFragment)) return
    if (node.nodeName !== 'listItem' && node.nodeName !== 'tableRow' && parent instanceof Y.XmlElement) continue
    const made = node.nodeName === 'listItem' ? item : node.nodeName === 'tableRow' ? rowOf : paragraph
    parent.insert(random.whole(parent.length + 1), [made(word)])
    return
  }
}

function rowOf(word: () => string): Y.XmlElement {
  return element('tableRow', [cell(word)])
}

/** Attributes are any JSON in the minutes; Yjs takes them, its types know only strings. */
type Value = string

const ATTRIBUTES: Readonly<Record<string, readonly [name: string, values: readonly unknown[]]>> = {
  heading: ['level', [1, 2, 3, 4, 5, 6]],
  paragraph: ['role', ['action', 'decision', null]],
  bulletList: ['spread', [true, false]],
  table: ['id', ['abcdefghij', 'klmnopqrst']],
}

function attribute(content: Y.XmlFragment, random: Random): void {
  const blocks = content.toArray().filter((block) => block instanceof Y.XmlElement)
  if (blocks.length === 0) return
  const block = random.one(blocks)
  const [name, values] = ATTRIBUTES[block.nodeName] ?? []
  if (name === undefined || values === undefined) return
  if (random.chance(0.2)) block.removeAttribute(name)
  else block.setAttribute(name, random.one(values) as Value)
}

/** An update that adds a paragraph to the end of minutes, as somebody would who knows nothing of them yet. */
export function paragraphUpdate(text: string): Uint8Array {
  const doc = new Y.Doc()
  contentOf(doc).insert(0, [paragraph(() => text)])
  return Y.encodeStateAsUpdate(doc)
}

/** Every text of a document, wherever it sits. */
export function textsIn(parent: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}
