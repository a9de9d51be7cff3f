import type { TurnKind } from '@plenary/shared/ledger'

/** TCQ's kinds of turn, as a button and as a word beside a name. */
export const TURN_WORDS: Readonly<Record<TurnKind, { readonly ask: string; readonly is: string }>> = {
  'new-topic': { ask: 'Say something new', is: 'new topic' },
  reply: { ask: 'Reply to this', is: 'reply' },
  clarification: { ask: 'Ask what is meant', is: 'question' },
  'point-of-order': { ask: 'Point of order', is: 'point of order' },
}

/** In the order in which people look for them: the usual one first. */
export const TURNS_OFFERED: readonly TurnKind[] = ['new-topic', 'reply', 'clarification', 'point-of-order']
