import { isAgainst, type Poll } from '@plenary/shared/ledger'
import { Lock } from 'lucide-react'
import { useCallback, useState } from 'react'

import { Button } from '../ui/button.tsx'
import { Card } from './card.tsx'
import { Choices } from './choices.tsx'
import { ClosePollDialog } from './close-poll-dialog.tsx'
import { presentIn } from './here.ts'
import { useLive, useMay, useRecord, useSelf, useYou } from './live.ts'
import { Reason } from './reason.tsx'
import { RoomCount } from './room-count.tsx'
import { useDigitKeys } from './use-digit-keys.ts'
import { useSilent } from './use-silent.ts'

interface PollCardProps {
  readonly poll: Poll
  /** The number keys vote in this one. */
  readonly takesKeys: boolean
}

/** An open poll, for everybody at once: the question, large buttons, and what may be known of the others. */
export function PollCard({ poll, takesKeys }: PollCardProps) {
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
      setAsked(null)
    },
    [ask, id],
  )
  const choose = useCallback((choice: number) => void vote(choice), [vote])
  useDigitKeys(terms.options.length, takesKeys && mayVote ? choose : null)
  return (
    <Card title={terms.question === '' ? 'Poll' : terms.question} kind="Vote" className="poll-card">
      {mayVote ? (
        <Choices
          label={terms.question === '' ? 'Your vote' : terms.question}
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
      {ballot !== null && isAgainst(terms.options, ballot) && <Reason poll={poll} />}
      <Turnout poll={poll} />
      {runs && <Running poll={poll} />}
    </Card>
  )
}

function termsWords({ terms }: Poll): string {
  if (terms.secret) return 'Secret: only the counts are told, when it closes.'
  return terms.shows === 'live' ? 'The counts show as they come.' : 'The counts show when it closes.'
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
  return (
    <div className="poll-turnout">
      <span>
        {voted}
        {room > 0 && `, and ${room} in the room`}
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
function Running({ poll }: { readonly poll: Poll }) {
  const [open, setOpen] = useState<'room' | 'close' | null>(null)
  return (
    <div className="card-actions">
      <Button aria-expanded={open === 'room'} onClick={() => setOpen(open === 'room' ? null : 'room')}>
        Count the room
      </Button>
      <Button look="primary" onClick={() => setOpen('close')}>
        Close the vote
      </Button>
      {open === 'room' && <RoomCount poll={poll} onDone={() => setOpen(null)} />}
      {open === 'close' && <ClosePollDialog poll={poll} onClose={() => setOpen(null)} />}
    </div>
  )
}
