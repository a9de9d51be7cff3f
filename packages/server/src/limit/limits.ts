import type { Rate } from './bucket.ts'

/**
 * What one connection may send. Honest pages stay far below: somebody who holds a key down makes 30 frames a second, a caret
 * 10 more, and a pasted text is one frame however long it is.
 */
export const FRAMES: Rate = { burst: 5_000, perSecond: 1_000 }
export const BYTES: Rate = { burst: 16 * 1024 * 1024, perSecond: 1024 * 1024 }

/** What one person may send over all their pages together: as much as three of them, wherever each is. */
export const PERSON_FRAMES: Rate = { burst: 15_000, perSecond: 3_000 }
export const PERSON_BYTES: Rate = { burst: 48 * 1024 * 1024, perSecond: 3 * 1024 * 1024 }

/** Asking for the minutes costs the server more than a change of them, and counts as so many frames. */
export const QUESTION = 10

/** So does what is asked of the ledger, which is decided and synced to disk: twenty a second, and a hundred at once. */
export const COMMAND = 50

/** What all people of a meeting together may send, in bytes of updates. */
export const MEETING_BYTES: Rate = { burst: 64 * 1024 * 1024, perSecond: 4 * 1024 * 1024 }

/** Minutes may have so many bytes, as they are stored; a hundred times what a long meeting needs. */
export const MEETING_SIZE = 16 * 1024 * 1024

/** The ledger of a meeting may have so many bytes; a long meeting of many people has a tenth of it. */
export const LEDGER_SIZE = 8 * 1024 * 1024

/** So many people may be in a meeting at the same time, unless the operator says otherwise. */
export const CONNECTIONS_PER_MEETING = 500
export const CONNECTIONS_PER_ADDRESS = 300
/** Tabs, phones, and programs of one token. */
export const CONNECTIONS_PER_PERSON = 64
export const MEETINGS_PER_HOUR = 120

/** So many people may say a name for the first time from one address: a whole conference, and then a trickle. */
export const GUESTS: Rate = { burst: 300, perSecond: 300 / 3600 }

/** What people hear when they have reached one of them. */
export const SENTENCES = {
  tooFast: 'This page sends more than the server takes at once. Your changes are kept here and sent in a moment.',
  meetingFull: 'As many people are in this meeting as the server lets in. This page tries again by itself.',
  addressFull: 'Too many pages are open at your internet address. This page tries again by itself.',
  personFull: 'You have too many pages open here. Close some; this page tries again by itself.',
  tooLarge: 'These minutes have grown too large for the server. Begin a new meeting for what follows.',
  tooManyGuests: 'Too many people have come from your internet address. Try again in a while.',
  tooManyMeetings: 'Too many meetings were created from your internet address. Try again in a while.',
} as const
