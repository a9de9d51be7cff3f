import { SCHEMA_VERSION } from '@plenary/shared/document'
import { PROTOCOL_VERSION } from '@plenary/shared/protocol'

import { canInflate } from './unpacker.ts'

/** What a page must know of a meeting to open it. */
export interface MeetingRef {
  readonly id: string
  /** Changes when the meeting is restored from a backup. */
  readonly epoch: string
}

/** The address of a meeting's websocket; `origin` as in `location.origin`. */
export function addressOf(meeting: MeetingRef, origin: string): string {
  const url = new URL(`/sync/${encodeURIComponent(meeting.id)}`, origin)
  url.protocol = url.protocol.replace('http', 'ws')
  url.search = String(
    new URLSearchParams({
      protocol: String(PROTOCOL_VERSION),
      schema: String(SCHEMA_VERSION),
      epoch: meeting.epoch,
      ...(canInflate() && { deflate: '1' }),
    }),
  )
  return url.href
}
