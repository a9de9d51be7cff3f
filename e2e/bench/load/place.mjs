import * as Y from 'yjs'

import { OWN_PARAGRAPH } from '../note.mjs'

const SHORTEST = 120

/**
 * Paragraphs for `count` people, spread evenly over the note; two of them are the nearest before and behind the measured
 * person's own, so that some of the others always type on the screen.
 *
 * @param {Y.Doc} doc
 * @param {number} count
 * @returns {Y.XmlText[]}
 */
export function choosePlaces(doc, count) {
  const texts = doc.getXmlFragment('content').toArray().map(textOf)
  const own = texts.findIndex((text) => text?.toString().startsWith(OWN_PARAGRAPH))
  if (own === -1) throw new Error('the note has no paragraph for the measured person')

  const free = texts.filter((text, index) => index !== own && text !== undefined && text.length >= SHORTEST)
  const before = free.findLastIndex((text) => texts.indexOf(text) < own)
  // The first is the one whose letters are watched on the measured page.
  const chosen = new Set([before, before + 1])
  for (let step = 0; chosen.size < count; step++) chosen.add(Math.floor((step * free.length) / count))
  return [...chosen].slice(0, count).map((index) => /** @type {Y.XmlText} */ (free[index]))
}

/**
 * @param {Y.XmlElement | Y.XmlText | Y.XmlHook} block
 * @returns {Y.XmlText | undefined} undefined for everything but a paragraph with text
 */
function textOf(block) {
  if (!(block instanceof Y.XmlElement) || block.nodeName !== 'paragraph') return undefined
  const [first] = block.toArray()
  return first instanceof Y.XmlText ? first : undefined
}
