import type { InlineJson } from './node.ts'

/** Inline content as text with a letter for each of its places: a break is a line end, an image U+FFFC. */
export function lettersOf(node: InlineJson): string {
  switch (node.type) {
    case 'text':
      return node.text
    case 'hardBreak':
      return '\n'
    case 'image':
      return '\uFFFC'
  }
}
