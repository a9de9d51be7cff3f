import { nodes } from '@plenary/shared/schema'

/**
 * Text blocks keep the newlines of their text. Without `whitespace: 'pre'` ProseMirror turns every newline of a paragraph
 * into a hard break as soon as one letter is typed in it (it reads the DOM back), which would rewrite hard-wrapped minutes.
 */
export const Paragraph = nodes.Paragraph.extend({ whitespace: 'pre' })

export const Heading = nodes.Heading.extend({ whitespace: 'pre' })
