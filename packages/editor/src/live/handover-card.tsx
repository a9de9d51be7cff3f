import type { Handover } from '@plenary/shared/ledger'
import type { PersonId } from '@plenary/shared/meeting'

import { Button } from '../ui/button.tsx'
import { Card } from './card.tsx'
import { Countdown } from './countdown.tsx'
import { useLive, useRecord, useSelf } from './live.ts'

/** Asks whoever has to agree that somebody takes the notes over; whoever asked sees how long it may take. */
export function HandoverCard({ handover }: { readonly handover: Handover }) {
  const { ask } = useLive()
  const me = useSelf()
  const noteTakers = useRecord(({ noteTakers }) => noteTakers)
  const isAsked = me !== null && handover.asks === me.id
  const concerns = isAsked || me?.id === handover.to || me?.id === handover.from
  if (!concerns) return null
  const from = noteTakers.find(({ person }) => person === handover.from)?.name
  const answer = (agree: boolean) => void ask({ do: 'answer-handover', handover: handover.handover, agree })
  const title = titleOf(handover, me.id, from)
  return (
    <Card title={title} kind="Note taker" className="handover-card">
      <p className="card-note">
        {isAsked ? 'Without an answer it happens in ' : 'It happens in '}
        <Countdown due={handover.due} />
        {isAsked ? '.' : ', unless somebody says no.'}
      </p>
      <div className="card-actions">
        {isAsked && (
          <Button look="primary" onClick={() => answer(true)}>
            {me.id === handover.to ? 'Take the notes' : 'Hand over'}
          </Button>
        )}
        <Button onClick={() => answer(false)}>{isAsked ? 'Not now' : 'Stay as it is'}</Button>
      </div>
    </Card>
  )
}

function titleOf({ name, to, asks }: Handover, me: PersonId, from = 'Somebody'): string {
  if (asks === me) return to === me ? `${from} hands the notes over to you` : `${name} would like to take the notes`
  return to === me ? `You take the notes over from ${from}` : `${name} takes the notes over from you`
}
