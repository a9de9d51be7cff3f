import type { CommandOf } from './command.ts'
import { accept, type Context, type Decision, may, NOTHING_NEW, refuse } from './decision.ts'
import { type EventOf, TURN_KINDS } from './event.ts'
import type { Queue, Turn } from './state.ts'

/** One hand of each kind; a point of order also while the queue is closed. */
export function raiseHand({ kind, topic }: CommandOf<'raise-hand'>, { actor, newId, state }: Context): Decision {
  const { isOpen, turns } = state.queue
  const up = turns.find((turn) => turn.person === actor.id && turn.kind === kind)
  if (up !== undefined && (topic === undefined || topic === up.topic)) return NOTHING_NEW
  if (up !== undefined) return refuse('not-now', 'Your hand is up for this already: lower it to say another topic.')
  if (!isOpen && kind !== 'point-of-order') {
    return refuse('not-now', 'The queue is closed: raise a point of order, or ask for it to be opened.')
  }
  const { id: person, name } = actor
  const turn = newId()
  return accept({ type: 'hand-raised', turn, person, name, kind, ...(topic === undefined ? {} : { topic }) })
}

/** One's own; or, by whoever runs the queue, anybody's. Of the speaker it means that they have spoken. */
export function lowerHand({ turn: id }: CommandOf<'lower-hand'>, context: Context): Decision {
  const { turns, speaking } = context.state.queue
  const turn = [...turns, ...(speaking === null ? [] : [speaking])].find((one) => one.turn === id)
  if (turn === undefined) return NOTHING_NEW
  if (turn.person !== context.actor.id && !may(context, 'run-queue')) {
    return refuse('forbidden', 'This is not your hand: a note taker or the chair can lower it.')
  }
  return accept({ type: 'hand-lowered', turn: id })
}

export function callSpeaker({ turn }: CommandOf<'call-speaker'>, { state }: Context): Decision {
  if (state.queue.speaking?.turn === turn) return NOTHING_NEW
  if (!state.queue.turns.some((one) => one.turn === turn)) {
    return refuse('unknown', 'This hand is down by now: call the next one.')
  }
  return accept({ type: 'speaker-called', turn })
}

export function setQueue({ open }: CommandOf<'set-queue'>, { state }: Context): Decision {
  return state.queue.isOpen === open ? NOTHING_NEW : accept({ type: 'queue-set', open })
}

export function queueAfter(
  queue: Queue,
  event: EventOf<'hand-raised' | 'hand-lowered' | 'speaker-called' | 'queue-set'>,
  time: string,
): Queue {
  switch (event.type) {
    case 'hand-raised': {
      const { turn, person, name, kind, topic } = event
      return inserted(queue, { turn, person, name, kind, ...(topic === undefined ? {} : { topic }), since: time })
    }
    case 'hand-lowered':
      return {
        ...queue,
        turns: queue.turns.filter(({ turn }) => turn !== event.turn),
        speaking: queue.speaking?.turn === event.turn ? null : queue.speaking,
      }
    case 'speaker-called':
      return {
        ...queue,
        turns: queue.turns.filter(({ turn }) => turn !== event.turn),
        speaking: queue.turns.find(({ turn }) => turn === event.turn) ?? queue.speaking,
      }
    case 'queue-set':
      return { ...queue, isOpen: event.open }
  }
}

function inserted(queue: Queue, turn: Turn): Queue {
  const urgency = TURN_KINDS.indexOf(turn.kind)
  const place = queue.turns.findIndex(({ kind }) => TURN_KINDS.indexOf(kind) > urgency)
  const turns = place === -1 ? [...queue.turns, turn] : queue.turns.toSpliced(place, 0, turn)
  return { ...queue, turns }
}
