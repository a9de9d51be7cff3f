import type { LedgerState } from '@plenary/shared/ledger'
import type { PersonId } from '@plenary/shared/meeting'

import { openItemOf } from './agenda.ts'
import { presentIn } from './here.ts'
import { hasLapsed } from './lapsed.ts'
import { OUTCOME_WORDS } from './outcome-words.ts'

/** So many names are said; more are a number. */
const NAMED = 3

/**
 * What happened from one state of the record to another, in one sentence for the ear; null where there is nothing that somebody has
 * to hear. `me` hears of themselves only what others did.
 */
export function newsOf(before: LedgerState, now: LedgerState, me: PersonId | null): string | null {
  const said = [
    ...phaseNews(before, now),
    ...itemNews(before, now),
    ...pollNews(before, now),
    ...consentNews(before, now),
    ...noteTakerNews(before, now, me),
    ...speakerNews(before, now, me),
    ...presenceNews(before, now, me),
  ]
  // A question ends by itself.
  return said.length === 0 ? null : said.map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ')
}

function phaseNews(before: LedgerState, now: LedgerState): string[] {
  if (before.phase.phase === now.phase.phase) return []
  switch (now.phase.phase) {
    case 'before':
      return []
    case 'running':
      return [before.phase.phase === 'ended' ? 'The meeting is open again' : 'The meeting has begun']
    case 'ended':
      return ['The meeting has ended']
  }
}

function itemNews(before: LedgerState, now: LedgerState): string[] {
  const [was, is] = [openItemOf(before.agenda), openItemOf(now.agenda)]
  if (is !== null && is.item !== was?.item) return [`Now: ${is.text}`]
  if (is !== null && was !== null && is.extended > was.extended) return [`More time for ${is.text}`]
  return []
}

function pollNews(before: LedgerState, now: LedgerState): string[] {
  return now.polls.flatMap(({ poll, terms, count, result }) => {
    const was = before.polls.find((one) => one.poll === poll)
    if (was === undefined && count === null) return [`Vote opened: ${terms.question}`]
    if (was?.count === null && count !== null && result === null) return [`Votes counted: ${terms.question}`]
    if (was?.result === null && result !== null) {
      return [`Vote closed, ${OUTCOME_WORDS[result.outcome.kind].toLowerCase()}: ${terms.question}`]
    }
    return []
  })
}

function consentNews(before: LedgerState, now: LedgerState): string[] {
  return now.consents.flatMap(({ consent, wording, due, end }) => {
    const was = before.consents.find((one) => one.consent === consent)
    if (was === undefined && end === null) return [`Consent call: ${wording}`]
    if (end === null || was?.end !== null) return []
    switch (end.end) {
      case 'consent':
        return [`Agreed by consent: ${wording}`]
      case 'objection':
        return [`${end.name} objects: ${wording}`]
      case 'withdrawn':
        return [`Consent call ${hasLapsed({ due, end }) ? 'lapsed' : 'withdrawn'}: ${wording}`]
    }
  })
}

function noteTakerNews(before: LedgerState, now: LedgerState, me: PersonId | null): string[] {
  const asked =
    now.handover !== null && now.handover.handover !== before.handover?.handover && now.handover.asks === me
      ? [now.handover.to === me ? 'You are asked to take the notes' : `${now.handover.name} asks to take the notes`]
      : []
  const begun = now.noteTakers
    .filter(({ person }) => !before.noteTakers.some((one) => one.person === person))
    .map(({ person, name }) => (person === me ? 'You take the notes' : `${name} takes the notes`))
  const hasStopped = begun.length === 0 && now.noteTakers.length === 0 && before.noteTakers.length > 0
  return [...asked, ...begun, ...(hasStopped ? ['Nobody takes notes'] : [])]
}

function speakerNews(before: LedgerState, now: LedgerState, me: PersonId | null): string[] {
  const { speaking } = now.queue
  if (speaking === null || speaking.turn === before.queue.speaking?.turn) return []
  return [speaking.person === me ? 'It is your turn to speak' : `${speaking.name} speaks`]
}

function presenceNews(before: LedgerState, now: LedgerState, me: PersonId | null): string[] {
  const names = ({ attendance }: LedgerState): Map<string, string> =>
    new Map(
      presentIn({ attendance })
        .filter(({ attendee }) => attendee.person !== me || me === null)
        .map(({ attendee }) => [attendee.person ?? attendee.name, attendee.name]),
    )
  const [were, are] = [names(before), names(now)]
  const came = [...are].filter(([who]) => !were.has(who)).map(([, name]) => name)
  const went = [...were].filter(([who]) => !are.has(who)).map(([, name]) => name)
  return [
    ...(came.length === 0 ? [] : [`${listed(came)} ${came.length === 1 ? 'is' : 'are'} here`]),
    ...(went.length === 0 ? [] : [`${listed(went)} left`]),
  ]
}

function listed(names: readonly string[]): string {
  if (names.length > NAMED) return `${names.length} people`
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
