import type { Definition as Tree, Nodes } from 'mdast'

/** What a link reference resolves to, and the label as its definition spells it. */
export interface Definition {
  readonly label: string
  readonly href: string
  readonly title: string | null
}

/** By identifier; of two with the same one the first counts. Footnotes are here too, as `^label`, with an empty address. */
export type Definitions = ReadonlyMap<string, Definition>

/** Labels match when these are equal (CommonMark 0.31.2, "matches"). */
export function identifierOf(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
}

/** Adds the definitions anywhere in this tree. `text` is what the tree was parsed from. */
export function collectDefinitions(tree: Nodes, text: string, into: Map<string, Definition>): void {
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'definition') add(into, labelOf(node, text), node.url, node.title ?? null)
    else if (node.type === 'footnoteDefinition') add(into, `^${node.label ?? node.identifier}`, '', null)
    // In order of the source: pushed backwards, as the stack gives the last first. One by one, as there may be any number.
    if ('children' in node && node.type !== 'paragraph') {
      for (const child of (node.children as Nodes[]).toReversed()) open.push(child)
    }
  }
}

function add(into: Map<string, Definition>, label: string, href: string, title: string | null): void {
  const identifier = identifierOf(label)
  if (!into.has(identifier)) into.set(identifier, { label, href, title })
}

/** The label as it is written, escapes included: labels match by their source. */
function labelOf(node: Tree, text: string): string {
  const source = text.slice(node.position?.start.offset, node.position?.end.offset)
  const label = /^\[((?:[^\\\]]|\\[\s\S])*)\]/.exec(source)?.[1] ?? node.label ?? node.identifier
  return label.replace(/[\t\n\r ]+/g, ' ').trim()
}
