import { contentOf } from '@plenary/shared/document'
import * as Y from 'yjs'

import type { Random } from './random.ts'

const ELEMENTS = [
  'paragraph',
  'heading',
  'bulletList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'codeBlock',
  'image',
  'hardBreak',
  'poll',
  'doc',
  'text',
  'constructor',
]
const NAMES = ['level', 'id', 'checked', 'src', 'spread', 'align', 'onclick']
const VALUES = [1, 'a', true, null, [1], { a: 1 }, 'https://example.org', new Uint8Array(3)]
const MARKS = ['bold', 'link', 'raw', 'poll']
const FORMATS = [
  {},
  null,
  1,
  'a',
  true,
  [],
  { href: 'https://example.org' },
  { href: 1 },
  { colour: 'red' },
  { href: 'x', title: null },
]

type Holder = Y.XmlFragment | Y.XmlElement | Y.XmlText

/** One change as no editor makes it, but Yjs can: anything anywhere, right or wrong by chance. */
export function forgeAtRandom(doc: Y.Doc, random: Random): void {
  const holders = holdersIn(contentOf(doc))
  const holder = random.one(holders)
  if (holder instanceof Y.XmlText) forgeText(holder, random)
  else if (holder instanceof Y.XmlElement && random.chance(0.3))
    holder.setAttribute(random.one(NAMES), valueFor(random))
  else holder.insert(random.whole(holder.length + 1), [childFor(random)] as Y.XmlElement[])
}

function valueFor(random: Random): string {
  return (random.chance(0.05) ? new Y.Map() : random.one(VALUES)) as string
}

function childFor(random: Random): unknown {
  const roll = random.whole(20)
  if (roll < 13) return elementFor(random, 2)
  if (roll < 16) return new Y.XmlText('forged')
  return random.one([new Y.XmlHook('hook'), new Y.Map(), new Y.Array(), new Y.Text('a')])
}

function elementFor(random: Random, depth: number): Y.XmlElement {
  const element = new Y.XmlElement(random.one(ELEMENTS))
  if (random.chance(0.2)) element.setAttribute(random.one(NAMES), valueFor(random))
  if (depth > 0 && random.chance(0.5)) element.insert(0, [elementFor(random, depth - 1)])
  if (random.chance(0.2)) element.insert(0, [new Y.XmlText('forged')])
  return element
}

function forgeText(text: Y.XmlText, random: Random): void {
  const roll = random.whole(10)
  if (roll < 5 && text.length > 0)
    text.format(0, 1 + random.whole(text.length), { [random.one(MARKS)]: random.one(FORMATS) })
  else if (roll < 6) text.insertEmbed(0, random.chance(0.5) ? { a: 1 } : new Y.XmlElement('image'))
  else if (roll < 7) text.setAttribute(random.one(NAMES), 'a')
  else text.insert(random.whole(text.length + 1), 'forged')
}

function holdersIn(holder: Y.XmlFragment | Y.XmlElement): Holder[] {
  const children = (holder.toArray() as unknown[]).flatMap((child): Holder[] => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? holdersIn(child) : []
  })
  return [holder, ...children]
}
