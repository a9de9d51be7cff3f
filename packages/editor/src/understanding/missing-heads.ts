import type { MissingRow } from './overview.ts'

/** What is missing, in the words that stand before whom or what it is about. */
export const MISSING_HEADS: Readonly<Record<MissingRow['kind'], string>> = {
  'action-without-owner': 'No owner:',
  'poll-without-outcome': 'No outcome:',
  'unlisted-speaker': 'Not in the attendance:',
  'unknown-initials': 'Whose initials?',
  'ambiguous-name': 'Which one?',
}
