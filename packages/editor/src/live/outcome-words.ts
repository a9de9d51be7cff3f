import type { OutcomeKind } from '@plenary/shared/ledger'

/** What a chair can say of how a poll ended. */
export const OUTCOME_WORDS: Readonly<Record<OutcomeKind, string>> = {
  consensus: 'Consensus',
  'no-consensus': 'No consensus',
  'more-information': 'More information is needed',
  'more-work': 'More work is needed',
  withdrawn: 'Withdrawn',
  deferred: 'Deferred',
}
