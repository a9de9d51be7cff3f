import { type Path, samePath, type Span } from '../../blocks/path.ts'
import { type Block, type Line, type View, viewOf } from '../../blocks/reading/index.ts'
import { type Understanding, understand } from '../../blocks/understand.ts'
import type { BlockJson, DocJson, HeadingJson } from '../../document/node.ts'
import { textOf } from '../../document/normal-inline.ts'
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
  // At the top of a file it would be written otherwise, as it could open front matter.
  if (block.type === 'horizontalRule') return '---'
  return print({ type: 'doc', content: [block] }).text.trim()
}

/** The line that a place stands in; undefined for places in front matter. */
export function lineAt({ view }: File, at: Pick<Span, 'path' | 'from'>): Line | undefined {
  return view.lines.find(
    (line) => samePath(line.path, at.path) && line.from <= at.from && at.from <= line.from + line.text.length,
  )
}

export function blockAt({ view }: File, path: Path): Block | undefined {
  return view.blocks.find((block) => samePath(block.path, path))
}

/** A part of a line as Markdown, marks included. */
export function markdownIn(line: Line, from = 0, to: number = line.text.length): Pattern {
  const content = line.pieces.flatMap((piece) => {
    const text = line.text.slice(Math.max(from, piece.from), Math.min(to, piece.to))
    return text === '' || piece.from >= to || piece.to <= from ? [] : [textOf(text, piece.marks)]
  })
  return sourceOf({ type: 'paragraph', content })
}

/** The words of a heading as Markdown. */
export function headingText({ content }: HeadingJson): Pattern {
  return sourceOf({ type: 'paragraph', ...(content ? { content } : {}) })
}
