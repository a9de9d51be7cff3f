import type { Nodes, PhrasingContent } from 'mdast'

import type { InlineJson, MarkJson } from '../document/node.ts'
import type { Hold } from '../document/normal-inline.ts'
import { normalInline, textOf } from '../document/normal-inline.ts'
import type { Definitions } from './definitions.ts'
import { resolveLink, resolveLinks } from './resolve-link.ts'
import type { Source } from './source.ts'
import { endOf, offsetOf } from './source.ts'

/** What reading inline content needs to know about the text around it. */
export interface Surroundings {
  readonly source: Source
  readonly definitions: Definitions
}

/** The inline content of a text block, in normal form. */
export function readInline(
  children: readonly PhrasingContent[],
  hold: Hold,
  around: Surroundings,
): readonly InlineJson[] {
  const out: InlineJson[] = []
  readInto(out, children, [], around)
  // Once more: neighbours may have become one link.
  return resolveLinks(normalInline(out, hold), around.definitions)
}

function readInto(
  out: InlineJson[],
  children: readonly PhrasingContent[],
  marks: readonly MarkJson[],
  around: Surroundings,
): void {
  for (const node of children) {
    switch (node.type) {
      case 'text':
        out.push(textOf(node.value, marks))
        break
      case 'inlineCode':
        out.push(textOf(node.value, withMark(marks, { type: 'code' })))
        break
      case 'break':
        out.push({ type: 'hardBreak' })
        break
      case 'emphasis':
        readInto(out, node.children, withMark(marks, { type: 'italic' }), around)
        break
      case 'strong':
        readInto(out, node.children, withMark(marks, { type: 'bold' }), around)
        break
      case 'delete':
        readInto(out, node.children, withMark(marks, { type: 'strike' }), around)
        break
      case 'image':
        if (marks.length > 0) out.push(rawText(node, marks, around))
        else out.push({ type: 'image', attrs: { src: node.url, alt: node.alt ?? '', title: node.title ?? null } })
        break
      case 'link':
      case 'linkReference':
        if (isRawLink(node)) out.push(rawText(node, marks, around))
        else readInto(out, node.children, withMark(marks, linkOf(node, around)), around)
        break
      case 'html':
      case 'footnoteReference':
      case 'imageReference':
        out.push(rawText(node, marks, around))
    }
  }
}

/** A link whose text no mark can carry: without words, or nothing but an image. */
export function isRawLink(node: Extract<Nodes, { type: 'link' | 'linkReference' }>): boolean {
  return node.children.every((child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''))
}

function linkOf(node: Extract<Nodes, { type: 'link' | 'linkReference' }>, around: Surroundings): MarkJson {
  if (node.type === 'link')
    return { type: 'link', attrs: { href: node.url, title: node.title ?? null, reference: null } }
  const label = node.referenceType === 'full' ? lastLabel(node, around.source) : ''
  const reference = node.referenceType === 'full' ? `[${label}]` : node.referenceType === 'collapsed' ? '[]' : ''
  const fallback = { href: '', title: null }
  const text = textOfLink(node, around.source)
  return resolveLink({ ...fallback, reference }, text, text === plainTextOf(node), around.definitions)
}

/** The source between the brackets of a reference's text, which is its label when it has no other. */
function textOfLink(node: Extract<Nodes, { type: 'linkReference' }>, source: Source): string {
  const [first] = node.children
  const last = node.children.at(-1)
  return first && last ? source.plain(offsetOf(node) + 1, endOf(last)) : ''
}

/** The text of a link that is nothing but text. */
function plainTextOf(node: Extract<Nodes, { type: 'linkReference' }>): string | undefined {
  const [only, ...more] = node.children
  return only?.type === 'text' && more.length === 0 ? only.value : undefined
}

function lastLabel(node: Nodes, source: Source): string {
  const text = source.plain(offsetOf(node), endOf(node))
  let at = text.lastIndexOf('[')
  while (at > 0 && text[at - 1] === '\\') at = text.lastIndexOf('[', at - 1)
  return text
    .slice(at + 1, -1)
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
}

function rawText(node: Nodes, marks: readonly MarkJson[], { source }: Surroundings): InlineJson {
  return textOf(source.plain(offsetOf(node), endOf(node)), withMark(marks, { type: 'raw' }))
}

function withMark(marks: readonly MarkJson[], mark: MarkJson): readonly MarkJson[] {
  return marks.some((each) => each.type === mark.type) ? marks : [...marks, mark]
}
