import type { Turn, TurnKind } from '@plenary/shared/ledger'
import { Hand, Mic, X } from 'lucide-react'
import { useState } from 'react'

import { IconButton, Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Popover } from '../ui/popover.tsx'
import { useLive, useMay, useRecord, useSelf } from './live.ts'
import { TURN_WORDS, TURNS_OFFERED } from './turn-words.ts'

/** The hand, and behind it the queue of those who want to speak. */
export function HandButton() {
  const { turns, speaking, isOpen } = useRecord(({ queue }) => queue)
  const me = useSelf()
  const runs = useMay('run-queue')
  const mayRaise = useMay('raise-hand')
  const isUp = me !== null && turns.some(({ person }) => person === me.id)
  const waiting = turns.length === 1 ? '1 waits to speak' : `${turns.length} wait to speak`
  const words = turns.length === 0 ? 'Raise a hand' : isUp ? `Your hand is up. ${waiting}` : `Hand. ${waiting}`
  const isShown = isOpen || turns.length > 0 || speaking !== null || runs || mayRaise
  if (!useMay('read') || !isShown) return null
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
  const mine = turns.filter(({ person }) => person === me?.id)
  const runs = useMay('run-queue')
  const mayRaise = useMay('raise-hand')
  const next = turns[0]
  const isOffered = (kind: TurnKind): boolean =>
    // A point of order waits for no other hand, and for no open queue.
    kind === 'point-of-order' ? !mine.some((turn) => turn.kind === kind) : isOpen && mine.length === 0
  const offered = mayRaise ? TURNS_OFFERED.filter(isOffered) : []
  return (
    <div className="queue">
      {speaking !== null && (
        <p className="queue-speaking">
          <Mic size={16} aria-hidden /> {speaking.name} speaks
          {(runs || speaking.person === me?.id) && (
            <Button
              look="quiet"
              aria-label={`Done: ${speaking.name} has spoken`}
              onClick={() => void ask({ do: 'lower-hand', turn: speaking.turn })}
            >
              Done
            </Button>
          )}
        </p>
      )}
      {turns.length > 0 && (
        <ol className="queue-list" aria-label="Who wants to speak">
          {turns.map((turn) => (
            <Line key={turn.turn} turn={turn} isMine={mine.includes(turn)} runs={runs} />
          ))}
        </ol>
      )}
      {turns.length === 0 && (
        <p className="card-note">
          {isOpen ? 'Nobody waits to speak.' : 'Nobody waits to speak, and the queue is closed.'}
        </p>
      )}
      {runs && next !== undefined && (
        <Button look="primary" onClick={() => void ask({ do: 'call-speaker', turn: next.turn })}>
          Call {next.name}
        </Button>
      )}
      {offered.length > 0 && <Raise kinds={offered} />}
      {mine.map(({ turn, kind }) => (
        <Button key={turn} onClick={() => void ask({ do: 'lower-hand', turn })}>
          Lower my hand{mine.length > 1 && ` (${TURN_WORDS[kind].is})`}
        </Button>
      ))}
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

function Raise({ kinds }: { readonly kinds: readonly TurnKind[] }) {
  const { ask } = useLive()
  const [topic, setTopic] = useState('')
  return (
    <div className="raise">
      {kinds.map((kind) => (
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
        onWrite={setTopic}
      />
    </div>
  )
}
