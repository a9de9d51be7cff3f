import type * as Y from 'yjs'

/**
 * Keeps a document from writing while it only takes in what others wrote. After a remote change to formatted text Yjs deletes
 * the formatting that it finds needless (yjs, `cleanupYTextAfterTransaction`), on every page at once, and each would send
 * that as a change of its own. Nothing that anybody sees hangs on it, and who edits there tidies up anyway.
 */
export function readQuietly(doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction) => {
    // Yjs looks at this right after the event. It is no way out to call the transaction local: Yjs keeps its search
    // markers then, and the next edit would land at a wrong place.
    if (!transaction.local) transaction._needFormattingCleanup = false
  })
}
