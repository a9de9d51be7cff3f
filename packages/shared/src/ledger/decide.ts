import { closeItem, extendItem, openItem } from './agenda.ts'
import { checkIn, leave, strike } from './attendance.ts'
import type { Command } from './command.ts'
import { callConsent, objectTo, withdrawConsent } from './consent.ts'
import { type Context, type Decision, may, refuse } from './decision.ts'
import { answerHandover, exempt, handOver, pass, stopTakingNotes, takeOver } from './note-taking.ts'
import { NEEDED, WHAT_TO_DO } from './permission.ts'
import { closePoll, countRoom, endVoting, openPoll } from './polls.ts'
import { callSpeaker, lowerHand, raiseHand, setQueue } from './queue.ts'
import { giveRole, takeChair } from './roles.ts'
import { begin, end, reopen, setLevel } from './running.ts'
import { giveReason, vote } from './voting.ts'

/** What still works on a meeting that has ended; ending it again does nothing. */
const AFTER_THE_END: ReadonlySet<Command['do']> = new Set(['reopen-meeting', 'set-level', 'give-role', 'end-meeting'])

/** Whether a command is carried out, and what happens by it. Pure: clock, ids and the private ballots come with the context. */
export function decide(command: Command, context: Context): Decision {
  const needed = NEEDED[command.do]
  if (!may(context, needed)) return refuse('forbidden', WHAT_TO_DO[needed])
  if (context.state.phase.phase === 'ended' && !AFTER_THE_END.has(command.do)) {
    return refuse('not-now', 'This meeting has ended: the chair or a note taker can reopen it.')
  }
  switch (command.do) {
    case 'begin-meeting':
      return begin(context)
    case 'end-meeting':
      return end(command, context)
    case 'reopen-meeting':
      return reopen(context)
    case 'set-level':
      return setLevel(command, context)
    case 'give-role':
      return giveRole(command, context)
    case 'take-chair':
      return takeChair(context)
    case 'check-in':
      return checkIn(command, context)
    case 'leave':
      return leave(command, context)
    case 'strike':
      return strike(command, context)
    case 'take-over':
      return takeOver(command, context)
    case 'hand-over':
      return handOver(command, context)
    case 'answer-handover':
      return answerHandover(command, context)
    case 'stop-taking-notes':
      return stopTakingNotes(context)
    case 'pass':
      return pass(command, context)
    case 'exempt':
      return exempt(command, context)
    case 'open-item':
      return openItem(command, context)
    case 'close-item':
      return closeItem(command, context)
    case 'extend-item':
      return extendItem(command, context)
    case 'raise-hand':
      return raiseHand(command, context)
    case 'lower-hand':
      return lowerHand(command, context)
    case 'call-speaker':
      return callSpeaker(command, context)
    case 'set-queue':
      return setQueue(command, context)
    case 'open-poll':
      return openPoll(command, context)
    case 'vote':
      return vote(command, context)
    case 'count-room':
      return countRoom(command, context)
    case 'give-reason':
      return giveReason(command, context)
    case 'end-voting':
      return endVoting(command, context)
    case 'close-poll':
      return closePoll(command, context)
    case 'call-consent':
      return callConsent(command, context)
    case 'object':
      return objectTo(command, context)
    case 'withdraw-consent':
      return withdrawConsent(command, context)
  }
}
