import type * as Y from 'yjs'
import { encodeStateAsUpdate } from 'yjs'

import { judge } from '../../../server/src/room/guard.ts'
import { Known } from '../../../server/src/room/known.ts'
import { Replica } from '../../../server/src/room/replica.ts'
import { tidy } from '../../../server/src/room/tidy.ts'

const COMPACT_AFTER = 10

/** How much the guard has let through in this file's tests. */
export const guarded = { updates: 0, bytes: 0 }

/**
 * The server's guard for minutes in a test, asked before anybody else hears of an update: nothing that an editor writes may ever be
 * refused, whatever the test is about. The only place where the page's code meets the server's.
 */
export function guardOf(minutes: Y.Doc): (update: Uint8Array) => void {
  const open = (snapshot: Uint8Array): { replica: Replica; known: Known } => {
    const replica = new Replica(snapshot)
    return { replica, known: new Known(() => replica) }
  }
  let { replica, known } = open(encodeStateAsUpdate(minutes))
  let since = 0
  return (update) => {
    // Now and then the log is compacted, and the room opened anew.
    if (++since % COMPACT_AFTER === 0) ({ replica, known } = open(tidy(replica.state()).snapshot))
    const verdict = judge(update, known)
    if (verdict.verdict !== 'fits') throw new Error(`the guard says: ${JSON.stringify(verdict)}`)
    known.add(verdict)
    replica.apply([update])
    guarded.updates += 1
    guarded.bytes += update.length
  }
}
