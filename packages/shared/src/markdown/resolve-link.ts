import type { InlineJson, MarkJson, TextJson } from '../document/node.ts'
import { sameMark } from '../document/normal-inline.ts'
import type { Definitions } from './definitions.ts'
import { identifierOf } from './definitions.ts'

type LinkMark = Extract<MarkJson, { type: 'link' }>

/** Text that is its own source, so that it can be the label of its own reference. */
const PLAIN = /^[^\\`*_[\]<>&!~|]*$/

/**
 * A link as the definitions of its document have it: its address comes from its definition; a reference without one becomes an
 * inline link; a short reference (`[]` or nothing behind the text) whose text cannot be a label names its label.
 */
export function resolveLink(
  link: LinkMark['attrs'],
  text: string,
  isPlain: boolean,
  definitions: Definitions,
): LinkMark {
  const { href, title = null, reference = null } = link
  if (reference === null) return { type: 'link', attrs: { href, title, reference } }
  const isShort = reference === '' || reference === '[]'
  const label = isShort ? text : reference.slice(1, -1)
  const found = definitions.get(identifierOf(label))
  if (found === undefined || label.startsWith('^')) return { type: 'link', attrs: { href, title, reference: null } }
  const spelt = isShort && !(isPlain && PLAIN.test(text)) ? `[${found.label}]` : reference
  return { type: 'link', attrs: { href: found.href, title: found.title, reference: spelt } }
}

/** The same for every link in this content. A run of one link is one link, whatever other marks are inside it. */
export function resolveLinks(content: readonly InlineJson[], definitions: Definitions): readonly InlineJson[] {
  if (!content.some((node) => (linkIn(node)?.attrs.reference ?? null) !== null)) return content
  const out: InlineJson[] = []
  for (let start = 0; start < content.length;) {
    const link = linkIn(content[start]!)
    if (link === undefined) {
      out.push(content[start++]!)
      continue
    }
    let end = start
    while (end < content.length && isSameLink(linkIn(content[end]!), link)) end++
    const run = content.slice(start, end) as TextJson[]
    const isPlain = run.length === 1 && run[0]!.marks?.length === 1
    const resolved = resolveLink(link.attrs, run.map((node) => node.text).join(''), isPlain, definitions)
    out.push(
      ...run.map((node) => ({
        ...node,
        marks: (node.marks ?? []).map((mark) => (mark.type === 'link' ? resolved : mark)),
      })),
    )
    start = end
  }
  return out
}

function isSameLink(link: LinkMark | undefined, other: LinkMark): boolean {
  return link !== undefined && sameMark(link, other)
}

export function linkIn(node: InlineJson): LinkMark | undefined {
  if (node.type !== 'text') return undefined
  return node.marks?.find((mark): mark is LinkMark => mark.type === 'link')
}
