import { randomBytes } from 'node:crypto'

import type { MeetingId } from '@plenary/shared/meeting'

/** 32 letters and digits, without those that are read for one another: 0 and o, 1 and l. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** 26 of 32 letters: 130 random bits, which nobody guesses. */
export function newMeetingId(): MeetingId {
  return letters(26)
}

/** 10 letters: no two blocks of one meeting get the same, and people can read them to each other. */
export function newBlockId(): string {
  return letters(10)
}

/** 16 letters: for what a ledger refers to, such as a poll. */
export function newLedgerId(): string {
  return letters(16)
}

export function letters(count: number): string {
  return Array.from(randomBytes(count), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** A mark by which a page knows that its local copy belongs to these minutes and not to an earlier life of them. */
export function newEpoch(): string {
  return randomBytes(8).toString('hex')
}
