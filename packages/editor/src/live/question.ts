import type { Poll } from '@plenary/shared/ledger'

/** What a poll is called where it is shown. */
export function questionOf({ terms: { question } }: Poll): string {
  return question === '' ? 'Poll' : question
}
