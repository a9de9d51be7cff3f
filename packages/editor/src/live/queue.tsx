import type { Turn } from '@plenary/shared/ledger'
import { Hand, Mic, X } from 'lucide-react'
import { useState } from 'react'

import { IconButton, Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Popover } from '../ui/popover.tsx'
import { useLive, useMay, useRecord, useSelf } from './live.ts'
import { TURN_WORDS, TURNS_OFFERED } from './turn-words.ts'

/** The hand, and behind it the queue of those who want to speak. */
export function HandButton() {
  const { turns, isOpen } = useRecord(({ queue }) => queue)
  const me = useSelf()
  const isUp = me !== null && turns.some(({ person }) => person === me.id)
  const waiting = turns.length === 1 ? '1 waits to speak' : `${turns.length} wait to speak`
  const words = turns.length === 0 ? 'Raise a hand' : isUp ? `Your hand is up. ${waiting}` : `Hand. ${waiting}`
  if (!useMay('read') || (!isOpen && turns.length === 0)) return null
  return (
    <Popover
      label={words}
      className={isUp ? 'hand-button hand-up' : 'hand-button'}
      face={
        <>
          <Hand size={18} aria-hidden />
          <span>Hand</span>
          {turns.length > 0 && <span className="count-badge" data-count={turns.length} aria-hidden />}
        </>
      }
    >
      <QueuePanel />
    </Popover>
  )
}

/** Who speaks, who comes next, and one's own hand. */
export function QueuePanel() {
  const { ask } = useLive()
  const { turns, speaking, isOpen } = useRecord(({ queue }) => queue)
  const me = useSelf()
  const mine = turns.find(({ person }) => person === me?.id)
  const runs = useMay('run-queue')
  const mayRaise = useMay('raise-hand') && isOpen
  const next = turns[0]
  return (
    <div className="queue">
      {speaking !== null && (
        <p className="queue-speaking">
          <Mic size={16} aria-hidden /> {speaking.name} speaks
        </p>
      )}
      {turns.length > 0 && (
        <ol className="queue-list" aria-label="Who wants to speak">
          {turns.map((turn) => (
            <Line key={turn.turn} turn={turn} isMine={turn === mine} runs={runs} />
          ))}
        </ol>
      )}
      {turns.length === 0 && <p className="card-note">Nobody waits to speak.</p>}
      {runs && next !== undefined && (
        <Button look="primary" onClick={() => void ask({ do: 'call-speaker', turn: next.turn })}>
          Call {next.name}
        </Button>
      )}
      {mayRaise && mine === undefined && <Raise />}
      {mine !== undefined && (
        <Button onClick={() => void ask({ do: 'lower-hand', turn: mine.turn })}>Lower my hand</Button>
      )}
      {runs && (
        <Button look="quiet" onClick={() => void ask({ do: 'set-queue', open: !isOpen })}>
          {isOpen ? 'Close the queue' : 'Open the queue'}
        </Button>
      )}
    </div>
  )
}

function Line({ turn, isMine, runs }: { readonly turn: Turn; readonly isMine: boolean; readonly runs: boolean }) {
  const { ask } = useLive()
  return (
    <li className={`turn turn-${turn.kind}`}>
      <span>
        {isMine ? 'You' : turn.name}
        <span className="turn-kind"> {TURN_WORDS[turn.kind].is}</span>
        {turn.topic !== undefined && <span className="turn-topic">{turn.topic}</span>}
      </span>
      {runs && !isMine && (
        <IconButton
          label={`Take ${turn.name} off the queue`}
          icon={<X size={16} aria-hidden />}
          onClick={() => void ask({ do: 'lower-hand', turn: turn.turn })}
        />
      )}
    </li>
  )
}

function Raise() {
  const { ask } = useLive()
  const [topic, setTopic] = useState('')
  return (
    <div className="raise">
      {TURNS_OFFERED.map((kind) => (
        <Button
          key={kind}
          onClick={() => void ask({ do: 'raise-hand', kind, ...(topic.trim() === '' ? {} : { topic: topic.trim() }) })}
        >
          {TURN_WORDS[kind].ask}
        </Button>
      ))}
      <Field
        label="About (you may leave it empty)"
        maxLength={100}
        autoComplete="off"
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
      />
    </div>
  )
}
