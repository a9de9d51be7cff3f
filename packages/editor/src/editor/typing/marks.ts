import { isForbidden, type MarkName } from '@plenary/shared/document'
import type { InputRule } from '@tiptap/core'
import type { Attrs } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

import { addMark, markOf } from '../commands/mark.ts'
import { typeOf } from '../commands/node.ts'
import { hasSource, rule, type Range } from './rule.ts'

/** Marks what stands between delimiters of that length, and takes the delimiters away. */
function between(
  tr: Transaction,
  range: Range,
  open: number,
  close: number,
  name: MarkName,
  attrs: Attrs | null = null,
) {
  const type = markOf(tr.doc.type.schema, name)
  tr.delete(range.to - close, range.to).delete(range.from, range.from + open)
  addMark(tr, range.from, range.to - close - open, type.create(attrs))
  tr.removeStoredMark(type)
}

/** Delimiters of one kind on both sides, the text within ending and beginning with no blank. */
function delimited(find: RegExp, length: number, name: MarkName): InputRule {
  return rule(find, (tr, range) => {
    const opening = { from: range.from, to: range.from + length }
    if (hasSource(tr, opening) || (name === 'code' && hasSource(tr, range))) return false
    between(tr, range, length, length, name)
    return true
  })
}

const link = rule(/(?<![!\\])\[([^[\]]+)\]\(([^\s()]+)(?: "([^"]*)")?\)$/, (tr, range, match) => {
  const [whole, text = '', href = '', title = null] = match
  if (isForbidden(href)) return false
  between(tr, range, 1, whole.length - text.length - 1, 'link', { href, title, reference: null })
  return true
})

const image = rule(/(?<!\\)!\[([^[\]]*)\]\(([^\s()]+)(?: "([^"]*)")?\)$/, (tr, range, match) => {
  const [, alt = '', src = '', title = null] = match
  if (isForbidden(src)) return false
  tr.replaceWith(range.from, range.to, typeOf(tr.doc.type.schema, 'image').create({ src, alt, title }))
  return true
})

/** `<https://example.org>` and `<ann@example.org>` */
const autolink = rule(/<((?:https?|mailto|xmpp|irc):[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>$/, (tr, range, match) => {
  const text = match[1] ?? ''
  const href = /^[a-z]+:/i.test(text) ? text : `mailto:${text}`
  between(tr, range, 1, 1, 'link', { href, title: null, reference: null })
  return true
})

/** A tag or comment of HTML, as CommonMark's "raw HTML" has it: kept as source, or it would be shown as text for ever. */
const TAG =
  /(?<!\\)(?:<[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>|<\/[A-Za-z][A-Za-z0-9-]*\s*>|<!--(?:(?!-->).)*-->)$/

const raw = rule(TAG, (tr, range) => {
  if (hasSource(tr, range)) return false
  const type = markOf(tr.doc.type.schema, 'raw')
  tr.addMark(range.from, range.to, type.create()).removeStoredMark(type)
  return true
})

/** Delimiters around text. The longer ones come first, or `**b**` would end as emphasis of `*b*`. */
export const markRules: readonly InputRule[] = [
  delimited(/(?<![*\\])\*\*(?=[^\s*])(?:[^*]*[^\s*])\*\*$/, 2, 'bold'),
  delimited(/(?<![\w\\])__(?=[^\s_])(?:[^_]*[^\s_])__$/, 2, 'bold'),
  delimited(/(?<![*\\])\*(?=[^\s*])(?:[^*]*[^\s*])\*$/, 1, 'italic'),
  delimited(/(?<![\w\\])_(?=[^\s_])(?:[^_]*[^\s_])_$/, 1, 'italic'),
  delimited(/(?<![~\\])~~(?=[^\s~])(?:[^~]*[^\s~])~~$/, 2, 'strike'),
  delimited(/(?<![`\\])`[^`]+`$/, 1, 'code'),
  link,
  image,
  autolink,
  raw,
]
