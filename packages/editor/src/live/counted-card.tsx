import type { Poll, PollCount as Count } from '@plenary/shared/ledger'

import { Button } from '../ui/button.tsx'
import { Card } from './card.tsx'
import { useMay } from './live.ts'
import { PollCount } from './poll-count.tsx'
import { questionOf } from './question.ts'
import { UnsentReason } from './unsent-reason.tsx'

interface CountedCardProps {
  readonly poll: Poll
  readonly count: Count
  /** As far as this person was still writing one when the vote was closed. */
  readonly reason: string
  readonly onState: () => void
}

/** A poll whose votes are counted, for everybody, until somebody has said what they mean. */
export function CountedCard({ poll, count, reason, onState }: CountedCardProps) {
  const states = useMay('state-outcome')
  return (
    <Card title={questionOf(poll)} kind="Votes counted" className="poll-card">
      <PollCount poll={poll} count={count} />
      <UnsentReason text={reason} />
      {states ? (
        <div className="card-actions">
          <Button look="primary" onClick={onState}>
            State the outcome
          </Button>
        </div>
      ) : (
        <p className="card-note">The outcome is still to be stated.</p>
      )}
    </Card>
  )
}
