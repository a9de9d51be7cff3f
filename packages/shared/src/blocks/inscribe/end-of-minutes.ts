import type { BlockJson, DocJson } from '../../document/node.ts'
import { bareLines } from '../reading/index.ts'

const FOOTER = /copyright|©|licen[cs]ed? under|all rights reserved/i

/** Where the minutes end, before what stands at the end of every file: a rule, a copyright line, definitions of links. */
export function endOfMinutes({ content }: DocJson): number {
  let end = content.length
  while (end > 0 && isFooter(content[end - 1]!)) end--
  // Without a footer behind it a rule is of the text, and nothing stands above all the minutes.
  return content.slice(end).every((node) => node.type === 'horizontalRule') || end === 0 ? content.length : end
}

function isFooter(node: BlockJson): boolean {
  if (node.type === 'horizontalRule') return true
  if (node.type === 'rawBlock') return node.attrs.kind === 'definition'
  return (
    node.type === 'paragraph' &&
    FOOTER.test(
      bareLines(node)
        .map(({ text }) => text)
        .join(' '),
    )
  )
}
