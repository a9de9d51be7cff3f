import type { Poll, PollResult } from '@plenary/shared/ledger'

import { Card } from './card.tsx'
import { OUTCOME_WORDS } from './outcome-words.ts'
import { PollCount } from './poll-count.tsx'
import { questionOf } from './question.ts'
import { UnsentReason } from './unsent-reason.tsx'

interface PollResultCardProps {
  readonly poll: Poll
  readonly result: PollResult
  /** As far as this person was still writing one when the vote was closed. */
  readonly reason: string
  readonly onDismiss: () => void
}

/** How a poll ended, until this person puts it away. */
export function PollResultCard({ poll, result, reason, onDismiss }: PollResultCardProps) {
  return (
    <Card title={questionOf(poll)} kind="Vote closed" onDismiss={onDismiss}>
      <p>
        <strong>{OUTCOME_WORDS[result.outcome.kind]}</strong>
        {result.outcome.sentence !== '' && `: ${result.outcome.sentence}`}
      </p>
      <PollCount poll={poll} count={result} />
      <UnsentReason text={reason} />
    </Card>
  )
}
