import type { Message } from '@plenary/shared/protocol'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'

import { openSession } from '../open-session.ts'
import type { Session } from '../session.ts'
import { MEETING, type ServerDouble, until } from '../testing.ts'

/** A page of the meeting on this server; it is left when the test ends. */
export function open(server: ServerDouble): Session {
  const session = openSession(MEETING, { connect: server.connect })
  onTestFinished(() => session.close())
  return session
}

/** The same, once everything is saved. */
export async function openSaved(server: ServerDouble): Promise<Session> {
  const session = open(server)
  await until(session.saving, ({ state }) => state === 'saved')
  return session
}

/** An update as another page of the meeting makes it. */
export function someone({ doc }: ServerDouble, does: (doc: Y.Doc) => void): Uint8Array {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(other)
  does(other)
  return Y.encodeStateAsUpdate(other, before)
}

export function kinds(messages: readonly Message[]): string[] {
  return messages.map(({ kind }) => kind)
}
