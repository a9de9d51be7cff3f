import type { Action } from '../meeting/index.ts'
import type { Command } from './command.ts'

/** What a command needs at the least. Where it is about somebody else, it may need more; the command itself says so. */
export const NEEDED: Readonly<Record<Command['do'], Action>> = {
  'begin-meeting': 'begin-and-end',
  'end-meeting': 'begin-and-end',
  'reopen-meeting': 'begin-and-end',
  'set-level': 'set-level',
  'give-role': 'give-role',
  // Somebody who was made less than everybody on an open server is not to get more in this way.
  'take-chair': 'take-notes',
  'check-in': 'check-in',
  leave: 'check-in',
  strike: 'check-in',
  'take-over': 'take-notes',
  'hand-over': 'take-notes',
  'answer-handover': 'take-notes',
  'stop-taking-notes': 'take-notes',
  pass: 'take-notes',
  exempt: 'take-notes',
  'open-item': 'run-agenda',
  'close-item': 'run-agenda',
  'extend-item': 'run-agenda',
  'raise-hand': 'raise-hand',
  'lower-hand': 'raise-hand',
  'call-speaker': 'run-queue',
  'set-queue': 'run-queue',
  'open-poll': 'run-poll',
  vote: 'vote',
  'count-room': 'run-poll',
  'give-reason': 'vote',
  'end-voting': 'run-poll',
  'close-poll': 'state-outcome',
  'call-consent': 'call-consent',
  object: 'object',
  'withdraw-consent': 'object',
}

const ASK_FOR_A_ROLE = 'ask the chair to let you take part.'
const TAKE_NOTES = 'take notes, or ask whoever does.'

/** For somebody who may not: what they can do about it. */
export const WHAT_TO_DO: Readonly<Record<Action, string>> = {
  read: `You may not read this meeting: ${ASK_FOR_A_ROLE}`,
  edit: `You may not write here just now: ${ASK_FOR_A_ROLE}`,
  'be-present': `You may only read here: ${ASK_FOR_A_ROLE}`,
  'check-in': `You may only read here: to check in, ${ASK_FOR_A_ROLE}`,
  'check-in-others': `Only note takers and the chair check in others: ${TAKE_NOTES}`,
  vote: `You may only read here: to vote, ${ASK_FOR_A_ROLE}`,
  object: `You may only read here: to object, ${ASK_FOR_A_ROLE}`,
  'raise-hand': `You may only read here: to raise a hand, ${ASK_FOR_A_ROLE}`,
  'take-notes': `You may only read here: to take notes, ${ASK_FOR_A_ROLE}`,
  'run-queue': `Only note takers and the chair run the queue: ${TAKE_NOTES}`,
  'run-agenda': `Only note takers and the chair run the agenda: ${TAKE_NOTES}`,
  'run-poll': `Only note takers and the chair run polls: ${TAKE_NOTES}`,
  'call-consent': `Only note takers and the chair call for consent: ${TAKE_NOTES}`,
  'state-outcome': `Only note takers and the chair state an outcome: ${TAKE_NOTES}`,
  'begin-and-end': `Only note takers and the chair begin and end a meeting: ${TAKE_NOTES}`,
  'set-style': `You may not change how these minutes are written just now: ${ASK_FOR_A_ROLE}`,
  'set-level': 'Only a chair sets who may write: ask the chair.',
  'give-role': 'Only a chair gives roles: ask the chair.',
  invite: 'Only a chair invites: ask the chair.',
}
