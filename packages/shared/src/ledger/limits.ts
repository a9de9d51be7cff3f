import { LONGEST_NAME } from '../meeting/index.ts'

/** How much of everything a command may say: letters of a text, and numbers. Pages say so before somebody has written more. */
export const LONGEST = {
  name: LONGEST_NAME,
  /** A question, a wording, an outcome's sentence. */
  question: 500,
  option: 200,
  reason: 2_000,
  topic: 200,
  /** The id of a block, or the words of an agenda item without one. */
  reference: 500,
  /** Items of an agenda. */
  agenda: 500,
  /** Ways to call those who present one of them. */
  presenters: 24,
  /** Minutes. */
  day: 1_440,
  /** People, counted for an option in the room. */
  room: 100_000,
  /** Seconds. */
  shortestConsent: 5,
  consent: 600,
} as const
