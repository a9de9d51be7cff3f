import { useState } from 'react'

import { ConsentCard } from './consent-card.tsx'
import { ConsentEndCard } from './consent-end-card.tsx'
import { HandoverCard } from './handover-card.tsx'
import { useLive, useRecord } from './live.ts'
import { PollCard } from './poll-card.tsx'
import { PollResultCard } from './poll-result-card.tsx'
import { ProposalCard } from './proposal.tsx'
import { Whispers } from './whispers.tsx'

/** Everything that is for everybody to see at once, the most pressing last, as that is nearest to the thumb. */
export function Stack() {
  const { ledger } = useLive()
  const polls = useRecord(({ polls }) => polls)
  const consents = useRecord(({ consents }) => consents)
  const handover = useRecord(({ handover }) => handover)
  const [openedAt] = useState(() => new Date(ledger.now()).toISOString())
  const [away, setAway] = useState<ReadonlySet<string>>(new Set())
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map())
  const putAway = (id: string) => setAway(new Set([...away, id]))
  const isNews = (id: string, at: string | undefined): boolean => at !== undefined && at >= openedAt && !away.has(id)
  const open = polls.filter(({ result }) => result === null)
  const running = consents.filter(({ end }) => end === null)
  // On a phone there is room for what everybody has to answer now, and the rest can wait.
  const isPressing = open.length > 0 || running.length > 0
  return (
    <section className="stack" aria-label="Votes and calls">
      {!isPressing && (
        <>
          <Whispers />
          <ProposalCard />
          {polls.map(
            (poll) =>
              poll.result !== null &&
              isNews(poll.poll, poll.result.at) && (
                <PollResultCard
                  key={poll.poll}
                  poll={poll}
                  result={poll.result}
                  reason={reasons.get(poll.poll) ?? ''}
                  onDismiss={() => putAway(poll.poll)}
                />
              ),
          )}
          {consents
            .filter(({ consent, end }) => isNews(consent, end?.at))
            .map((call) => (
              <ConsentEndCard key={call.consent} call={call} onDismiss={() => putAway(call.consent)} />
            ))}
        </>
      )}
      {handover !== null && <HandoverCard key={handover.handover} handover={handover} />}
      {running.map((call) => (
        <ConsentCard key={call.consent} call={call} />
      ))}
      {open.map((poll) => (
        <PollCard
          key={poll.poll}
          poll={poll}
          takesKeys={poll === open.at(-1)}
          reason={reasons.get(poll.poll) ?? ''}
          onReason={(text) => setReasons((before) => new Map(before).set(poll.poll, text))}
        />
      ))}
    </section>
  )
}
