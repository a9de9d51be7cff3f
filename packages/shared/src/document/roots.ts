import type * as Y from 'yjs'

/** The only root of a meeting's Yjs document: everything that the Markdown file holds. No other file names a root. */
const CONTENT = 'content'

export function contentOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(CONTENT)
}

/** The root types that an update may touch. */
export const ROOTS: readonly string[] = [CONTENT]
