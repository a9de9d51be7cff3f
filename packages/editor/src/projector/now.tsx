import type { ConsentCall, Poll } from '@plenary/shared/ledger'
import { Mic } from 'lucide-react'

import { openItemOf } from '../live/agenda.ts'
import { Countdown } from '../live/countdown.tsx'
import { ItemTime } from '../live/item-time.tsx'
import { useRecord } from '../live/live.ts'
import { optionWords } from '../live/option-words.ts'
import { TURN_WORDS } from '../live/turn-words.ts'

import '../live/live.css'

/** So many of those who wait are shown. */
const SHOWN = 5

/** What a room has to see just now: a vote or call before all, then the item, and who speaks. */
export function Now() {
  const agenda = useRecord(({ agenda }) => agenda)
  const polls = useRecord(({ polls }) => polls)
  const consents = useRecord(({ consents }) => consents)
  const noteTakers = useRecord(({ noteTakers }) => noteTakers)
  const item = openItemOf(agenda)
  const poll = polls.findLast(({ result }) => result === null)
  const call = consents.findLast(({ end }) => end === null)
  return (
    <aside className="projector-now" aria-label="Now">
      {item !== null && (
        <section className="projector-item">
          <h2>{item.text}</h2>
          <ItemTime item={item} />
        </section>
      )}
      {call !== undefined && <Call call={call} />}
      {poll !== undefined && <Vote poll={poll} />}
      <Queue />
      {noteTakers.length > 0 && (
        <p className="projector-notes">Notes: {noteTakers.map(({ name }) => name).join(', ')}</p>
      )}
    </aside>
  )
}

function Call({ call: { wording, due } }: { readonly call: ConsentCall }) {
  return (
    <section className="projector-card">
      <p className="card-kind">Consent call</p>
      <h2>{wording}</h2>
      <p>
        <Countdown className="consent-clock" due={due} /> to object
      </p>
    </section>
  )
}

function Vote({ poll: { terms, tally, voted, count } }: { readonly poll: Poll }) {
  return (
    <section className="projector-card">
      <p className="card-kind">{count === null ? 'Vote' : 'Votes counted'}</p>
      <h2>{terms.question}</h2>
      <ul className="projector-options">
        {terms.options.map((option, index) => (
          <li key={option}>
            <span>{optionWords(option)}</span>
            {tally !== null && <strong>{tally[index] ?? 0}</strong>}
          </li>
        ))}
      </ul>
      <p>{voted.size} voted</p>
    </section>
  )
}

function Queue() {
  const { turns, speaking } = useRecord(({ queue }) => queue)
  if (speaking === null && turns.length === 0) return null
  return (
    <section className="projector-queue">
      {speaking !== null && (
        <p className="queue-speaking">
          <Mic size={24} aria-hidden /> {speaking.name}
        </p>
      )}
      <ol>
        {turns.slice(0, SHOWN).map(({ turn, name, kind }) => (
          <li key={turn}>
            {name} <span className="turn-kind">{TURN_WORDS[kind].is}</span>
          </li>
        ))}
      </ol>
      {turns.length > SHOWN && <p className="turn-kind">and {turns.length - SHOWN} more</p>}
    </section>
  )
}
