import type { Meeting, MeetingId } from '@plenary/shared/meeting'

const key = (id: MeetingId) => `plenary:meeting:${id}`

/** Remembers what the server said about a meeting, so that its page opens without the server as well. */
export function rememberMeeting(meeting: Meeting): void {
  try {
    localStorage.setItem(key(meeting.id), JSON.stringify(meeting))
  } catch {
    // No storage, or none left: the meeting then opens only while the server can be reached.
  }
}

export function forgetMeeting(id: MeetingId): void {
  try {
    localStorage.removeItem(key(id))
  } catch {
    // Nothing was remembered either.
  }
}

export function rememberedMeeting(id: MeetingId): Meeting | undefined {
  try {
    const text = localStorage.getItem(key(id))
    return text === null ? undefined : (JSON.parse(text) as Meeting)
  } catch {
    return undefined
  }
}
