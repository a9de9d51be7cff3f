import { isAgainst, type Poll } from '@plenary/shared/ledger'
import { Lock } from 'lucide-react'
import { useCallback, useState } from 'react'

import { Button } from '../ui/button.tsx'
import { Card } from './card.tsx'
import { Choices } from './choices.tsx'
import { ClosePollDialog } from './close-poll-dialog.tsx'
import { CountedCard } from './counted-card.tsx'
import { presentIn } from './here.ts'
import { useLive, useMay, useRecord, useSelf, useYou } from './live.ts'
import { questionOf } from './question.ts'
import { Reason } from './reason.tsx'
import { RoomCount } from './room-count.tsx'
import { useDigitKeys } from './use-digit-keys.ts'
import { useSilent } from './use-silent.ts'

interface PollCardProps {
  readonly poll: Poll
  /** The number keys vote in this one. */
  readonly takesKeys: boolean
  /** Why they are against it, as far as it is written and not sent. */
  readonly reason: string
  readonly onReason: (text: string) => void
}

/** A poll without an outcome, for everybody at once; whoever runs it closes it from here. */
export function PollCard({ poll, ...voting }: PollCardProps) {
  const [isClosing, setClosing] = useState(false)
  const close = () => setClosing(true)
  return (
    <>
      {poll.count === null ? (
        <VotingCard poll={poll} {...voting} onClosePoll={close} />
      ) : (
        <CountedCard poll={poll} count={poll.count} reason={voting.reason} onState={close} />
      )}
      {isClosing && <ClosePollDialog poll={poll} onClose={() => setClosing(false)} />}
    </>
  )
}

/** The question, large buttons, and what may be known of the others. */
function VotingCard({
  poll,
  takesKeys,
  reason,
  onReason,
  onClosePoll,
}: PollCardProps & { readonly onClosePoll: () => void }) {
  const { ask } = useLive()
  const { terms } = poll
  const ballot = useYou()?.ballots[poll.poll] ?? null
  const [asked, setAsked] = useState<number | null>(null)
  const chosen = asked ?? ballot
  const mayVote = useMayVote(poll)
  const runs = useMay('run-poll')
  const id = poll.poll
  const vote = useCallback(
    async (choice: number) => {
      setAsked(choice)
      await ask({ do: 'vote', poll: id, choice })
      // Whoever has changed their mind meanwhile waits for another answer.
      setAsked((asked) => (asked === choice ? null : asked))
    },
    [ask, id],
  )
  const choose = useCallback((choice: number) => void vote(choice), [vote])
  useDigitKeys(terms.options.length, takesKeys && mayVote ? choose : null)
  return (
    <Card title={questionOf(poll)} kind="Vote" className="poll-card">
      {mayVote ? (
        <Choices
          label={questionOf(poll)}
          options={terms.options}
          chosen={chosen}
          counts={poll.tally}
          disabled={false}
          onChoose={choose}
        />
      ) : (
        <p className="card-note">
          {terms.guests ? 'You see this vote, and take no part in it.' : 'Guests do not vote in this one.'}
        </p>
      )}
      <p className="card-note poll-terms">
        {terms.secret && <Lock size={14} aria-hidden />}
        {termsWords(poll)}
        {ballot !== null && ' You may change your vote until it closes.'}
      </p>
      {ballot !== null && isAgainst(terms.options, ballot) && <Reason poll={poll} text={reason} onText={onReason} />}
      <Turnout poll={poll} />
      {runs && <Running poll={poll} onClosePoll={onClosePoll} />}
    </Card>
  )
}

function termsWords({ terms }: Poll): string {
  if (terms.secret) return 'Secret: only the counts are told, when it closes.'
  return terms.shows === 'live'
    ? 'The counts show as they come, three people or more at a time.'
    : 'The counts show when it closes.'
}

function useMayVote({ terms }: Poll): boolean {
  const person = useSelf()
  const isGuest = person === null || person.kind === 'guest'
  return useMay('vote') && (terms.guests || !isGuest)
}

/** How many have voted, and who of those who are here has not. */
function Turnout({ poll }: { readonly poll: Poll }) {
  const attendance = useRecord(({ attendance }) => attendance)
  const silent = useSilent(poll)
  const room = poll.room?.reduce((sum, count) => sum + count, 0) ?? 0
  const voted = `${poll.voted.size} of ${Math.max(presentIn({ attendance }).length, poll.voted.size)} voted`
  const waiting = poll.tally === null ? 0 : poll.uncounted.size
  return (
    <div className="poll-turnout">
      <span>
        {voted}
        {room > 0 && `, and ${room} in the room`}
        {waiting > 0 && `; ${waiting} not counted yet`}
      </span>
      {silent.length > 0 && (
        <details>
          <summary>{silent.length === 1 ? '1 has not' : `${silent.length} have not`}</summary>
          <p>{silent.join(', ')}</p>
        </details>
      )}
    </div>
  )
}

/** For whoever runs the poll. */
function Running({ poll, onClosePoll }: { readonly poll: Poll; readonly onClosePoll: () => void }) {
  const [countsRoom, setCountsRoom] = useState(false)
  return (
    <div className="card-actions">
      <Button aria-expanded={countsRoom} onClick={() => setCountsRoom(!countsRoom)}>
        Count the room
      </Button>
      <Button look="primary" onClick={onClosePoll}>
        Close the vote
      </Button>
      {countsRoom && <RoomCount poll={poll} onDone={() => setCountsRoom(false)} />}
    </div>
  )
}
