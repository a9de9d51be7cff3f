import type { Poll, PollResult } from '@plenary/shared/ledger'

import { Card } from './card.tsx'
import { OUTCOME_WORDS } from './outcome-words.ts'
import { PollCount } from './poll-count.tsx'
import { questionOf } from './question.ts'

interface PollResultCardProps {
  readonly poll: Poll
  readonly result: PollResult
  readonly onDismiss: () => void
}

/** How a poll ended, until this person puts it away. */
export function PollResultCard({ poll, result, onDismiss }: PollResultCardProps) {
  return (
    <Card title={questionOf(poll)} kind="Vote closed" onDismiss={onDismiss}>
      <p>
        <strong>{OUTCOME_WORDS[result.outcome.kind]}</strong>
        {result.outcome.sentence !== '' && `: ${result.outcome.sentence}`}
      </p>
      <PollCount poll={poll} count={result} />
    </Card>
  )
}
