import { apply, contentOf } from '@plenary/shared/document'
import * as Y from 'yjs'

/** The minutes as XML, to compare and to look into. */
export function textOf(doc: Y.Doc): string {
  return contentOf(doc).toJSON()
}

/** A document of what was stored or sent. */
export function docOf(...updates: (Uint8Array | undefined)[]): Y.Doc {
  const doc = new Y.Doc()
  apply(
    doc,
    updates.filter((update) => update !== undefined),
  )
  return doc
}

export function clocksOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}
