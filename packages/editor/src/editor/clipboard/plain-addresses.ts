import { isForbidden } from '@plenary/shared/document'
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'

/**
 * What is pasted, with the addresses that no page may point at as text: `here (javascript:…)`, and no link. The server would
 * refuse them, and nobody loses what was written.
 */
export function withPlainAddresses({ content, openStart, openEnd }: Slice): Slice {
  return new Slice(plain(content), openStart, openEnd)
}

function plain(content: Fragment): Fragment {
  const nodes: Node[] = []
  let linked = ''
  content.forEach((node, _, index) => {
    const link = forbiddenLink(node)
    if (link === undefined) return void nodes.push(plainNode(node))
    const href = String(link.attrs['href'])
    linked += node.text ?? ''
    nodes.push(node.mark(link.removeFromSet(node.marks)))
    const next = content.maybeChild(index + 1)
    if (next !== null && link.isInSet(next.marks)) return
    if (linked !== href) nodes.push(node.type.schema.text(` (${href})`))
    linked = ''
  })
  return Fragment.from(nodes)
}

function forbiddenLink({ marks }: Node): Mark | undefined {
  return marks.find(({ type, attrs }) => type.name === 'link' && isForbidden(String(attrs['href'])))
}

function plainNode(node: Node): Node {
  const { src, alt } = node.attrs
  if (node.type.name !== 'image' || !isForbidden(String(src))) return node.copy(plain(node.content))
  return node.type.schema.text(alt === '' ? String(src) : `${alt} (${src})`)
}
