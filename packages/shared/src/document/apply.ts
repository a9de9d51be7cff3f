import * as Y from 'yjs'

/**
 * Takes updates in, in this order, without writing anything of one's own. `Y.applyUpdate` alone does write: after a remote
 * change it deletes formatting that looks needless (yjs, `cleanupYTextAfterTransaction`) and tells nobody but the document's
 * listeners. On a copy that only reads, these deletions would be known to nobody else, and the copies would drift apart.
 */
export function apply(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update)
    // The clean-up is done for remote transactions only, and looks at this once everything is in.
    transaction.local = true
  })
}
