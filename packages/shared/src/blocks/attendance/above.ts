import type { DocJson, ListJson, NodeJson, ParagraphJson } from '../../document/node.ts'
import { nodeAt, type Path, samePath } from '../path.ts'
import { bareLines, type Block, elementsIn, type Head, keyOf, type View } from '../reading/index.ts'
import { senseOf } from './heads.ts'

const LABEL = /[:：]$/

/** The heads of a list or table: a label is one only for what follows at once, and the last line of what stands above may be one. */
export function headsOver({ document }: View, { heads, path }: Pick<Block, 'heads' | 'path'>): readonly Head[] {
  const above = textAbove(document, path)
  if (above === null) return heads
  const lines = bareLines(above.node)
  const isKnown = lines.length === 1 && heads.some((head) => samePath(head.path, above.path))
  if (isKnown || above.node.attrs?.role === 'plain') return heads
  const others = heads.filter(({ kind }) => kind !== 'label')
  const text = lines.at(-1)!.text.trim()
  const isLabel = LABEL.test(text) || senseOf(text) !== null
  return isLabel ? [...others, { kind: 'label', level: 7, text, key: keyOf(text), path: above.path }] : others
}

interface TextAbove {
  readonly node: ParagraphJson
  readonly path: Path
}

/** The paragraph before a list or table; others of these, and comments, may stand between them. */
function textAbove(document: DocJson, path: Path): TextAbove | null {
  const parent = path.slice(0, -1)
  const last = path.at(-1)! - 1
  for (let index = last; index >= 0; index--) {
    const at = [...parent, index]
    const node = nodeAt(document, at)
    if (node?.type === 'paragraph') return { node, path: at }
    if (node?.type === 'heading' || node?.type === 'horizontalRule' || isSummary(node)) return null
    if (index === last && (node?.type === 'bulletList' || node?.type === 'orderedList')) {
      const label = lastLabel(node, at)
      if (label !== null) return label
    }
  }
  return null
}

/** `<summary>Attendees</summary>` is over what follows, and not what stands above it. */
function isSummary(node: NodeJson | undefined): boolean {
  return node?.type === 'rawBlock' && elementsIn(node).some(({ tag }) => tag === 'summary')
}

/** `- Participants:` before a list with another marker, which was meant to be nested in it. */
function lastLabel(list: ListJson, path: Path): TextAbove | null {
  const content = list.content.at(-1)?.content ?? []
  const [node] = content
  if (content.length !== 1 || node?.type !== 'paragraph' || !LABEL.test(bareLines(node).at(-1)!.text.trim()))
    return null
  return { node, path: [...path, list.content.length - 1, 0] }
}
