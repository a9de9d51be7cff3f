import type { Meeting, MeetingId } from '@plenary/shared/meeting'

const PREFIX = 'plenary:meeting:'
const key = (id: MeetingId) => PREFIX + id

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

/** Forgets all of them but these. */
export function forgetMeetings(except: ReadonlySet<MeetingId>): void {
  try {
    const known = Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))
    for (const each of known) if (!except.has(each.slice(PREFIX.length))) localStorage.removeItem(each)
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
