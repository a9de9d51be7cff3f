import type * as Y from 'yjs'
import { encodeStateAsUpdate } from 'yjs'

import { judge } from '../../../server/src/room/guard.ts'
import { Known } from '../../../server/src/room/known.ts'
import { Replica } from '../../../server/src/room/replica.ts'
import { tidy } from '../../../server/src/room/tidy.ts'

/** After so many updates the log is compacted, or the room opened anew. */
const COMPACT_AFTER = 10
const REOPEN_AFTER = 30

/** How much the guard has let through in this file's tests. */
export const guarded = { updates: 0, bytes: 0 }

/**
 * The server's guard for minutes in a test, asked before anybody else hears of an update: nothing that an editor writes may ever be
 * refused, whatever the test is about. The only place where the page's code meets the server's.
 */
export function guardOf(minutes: Y.Doc): (update: Uint8Array) => void {
  let replica = new Replica(encodeStateAsUpdate(minutes))
  let known = new Known(() => replica)
  let asked = 0
  return (update) => {
    asked += 1
    if (asked % COMPACT_AFTER === 0) replica = new Replica(tidy(replica.state()).snapshot)
    if (asked % REOPEN_AFTER === 0) known = new Known(() => replica)
    const verdict = judge(update, known)
    if (verdict.verdict !== 'fits') throw new Error(`the guard says: ${JSON.stringify(verdict)}`)
    known.add(verdict)
    replica.apply([verdict.update])
    guarded.updates += 1
    guarded.bytes += update.length
  }
}
