import { type View, viewOf } from '../../blocks/reading/index.ts'
import { type Understanding, understand } from '../../blocks/understand.ts'
import type { BlockJson, DocJson } from '../../document/node.ts'
import { parse, print } from '../../markdown/index.ts'
import type { Pattern } from '../house-style.ts'

/** A file of the group, read once for all that is inferred from it. */
export interface File {
  readonly document: DocJson
  readonly view: View
  readonly found: Understanding
}

export function readFile(text: string): File {
  const document = parse(text)
  return { document, view: viewOf(document), found: understand(document) }
}

/** A block as Markdown, to be a pattern or to be compared. */
export function sourceOf(block: BlockJson): Pattern {
  return print({ type: 'doc', content: [block] }).text.trim()
}
