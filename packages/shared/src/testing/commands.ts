import * as fc from 'fast-check'

import { type Command, type LedgerState, OUTCOMES, type PollTerms, TURN_KINDS } from '../ledger/index.ts'
import { LEVELS, type Person, ROLES } from '../meeting/index.ts'
import { person, TERMS, TestLedger } from './ledger.ts'

export const ADA = person('Ada', 'github', 'Acme')
const SAM = person('Sam', 'openid', 'beta')
const BOB = person('Bob')

/** Somebody of each kind and role, and two with the same name. */
const PEOPLE: readonly Person[] = [
  ADA,
  SAM,
  BOB,
  person('Gus', 'guest', 'ACME'),
  person('Rea'),
  { ...person('Bob', 'guest'), id: 'z'.repeat(26) },
]
const GRANTED = ['chair', 'note-taker', 'participant', 'participant', 'reader', null] as const

export function peopledLedger(isOpen: boolean): TestLedger {
  const ledger = new TestLedger()
  ledger.isOpen = isOpen
  for (const [index, one] of PEOPLE.entries()) ledger.join(one, GRANTED[index] ?? null)
  return ledger
}

const who = fc.constantFrom(...PEOPLE.map(({ id }) => id))
const words = fc.constantFrom('Yes.', 'Bob', 'bob', 'Über <b>', 'a | b')
/** `n3` is the fourth of those there are when the command is sent; see `aimed`. */
const which = fc.nat({ max: 3 }).map((index) => `n${index}`)
const block = fc.constantFrom('b1', 'b2', null)
const item = fc.constantFrom('i1', 'i2')
const agendaItem = fc.record({ item, text: words })
const called = fc.record({ name: words, handle: fc.constantFrom('bob', 'gus') }, { requiredKeys: ['name'] })
const attendee = fc.oneof(
  fc.record({ person: fc.constant(null), name: words, affiliation: words }, { requiredKeys: ['person', 'name'] }),
  fc.record({ person: who, name: words }),
)
const terms: fc.Arbitrary<PollTerms> = fc.record({
  block,
  question: words,
  options: fc.constantFrom(TERMS.options, TERMS.options, ['Yes', 'No']),
  shows: fc.constantFrom('live', 'at-close'),
  secret: fc.boolean(),
  guests: fc.boolean(),
})

function counts(length: number): fc.Arbitrary<readonly number[]> {
  return fc.array(fc.nat({ max: 9 }), { minLength: length, maxLength: length })
}

const COMMANDS: { readonly [Do in Command['do']]: fc.Arbitrary<Omit<Extract<Command, { do: Do }>, 'do'>> } = {
  'begin-meeting': fc.constant({}),
  'end-meeting': fc.record({ notReached: fc.array(agendaItem, { maxLength: 2 }) }),
  'reopen-meeting': fc.constant({}),
  'set-level': fc.record({ level: fc.constantFrom(...LEVELS) }),
  'give-role': fc.record({ person: who, name: words, role: fc.constantFrom(...ROLES, null) }),
  'take-chair': fc.constant({}),
  'check-in': fc.record({ as: fc.constantFrom('present', 'late', 'observer'), attendee }, { requiredKeys: ['as'] }),
  leave: fc.record({ attendee }, { requiredKeys: [] }),
  strike: fc.record({ attendee }, { requiredKeys: [] }),
  'take-over': fc.record({ from: who }, { requiredKeys: [] }),
  'hand-over': fc.record({ to: who, name: words }),
  'answer-handover': fc.record({ handover: which, agree: fc.boolean() }),
  'stop-taking-notes': fc.constant({}),
  pass: fc.record({ person: who }, { requiredKeys: [] }),
  exempt: fc.record({ exempt: fc.boolean() }),
  'open-item': fc.record(
    { item: agendaItem, presenters: fc.array(called, { maxLength: 2 }) },
    { requiredKeys: ['item'] },
  ),
  'close-item': fc.record({ item, as: fc.constantFrom('done', 'skipped', 'deferred') }),
  'extend-item': fc.record({ item, minutes: fc.integer({ min: 1, max: 60 }) }),
  'raise-hand': fc.record({ kind: fc.constantFrom(...TURN_KINDS), topic: words }, { requiredKeys: ['kind'] }),
  'lower-hand': fc.record({ turn: which }),
  'call-speaker': fc.record({ turn: which }),
  'set-queue': fc.record({ open: fc.boolean() }),
  'open-poll': fc.record({ terms }),
  vote: fc.record({ poll: which, choice: fc.nat({ max: 5 }) }),
  'count-room': fc.record({ poll: which, counts: fc.oneof(counts(5), counts(2)) }),
  'give-reason': fc.record({ poll: which, text: words }),
  'end-voting': fc.record({ poll: which }),
  'close-poll': fc.record({
    poll: which,
    outcome: fc.record({ kind: fc.constantFrom(...OUTCOMES), sentence: fc.constant('') }),
  }),
  'call-consent': fc.record({ block, wording: words, seconds: fc.integer({ min: 5, max: 30 }) }),
  object: fc.record({ consent: which }),
  'withdraw-consent': fc.record({ consent: which }),
}

/** More of what needs several to go together. */
const WEIGHTS: Partial<Record<Command['do'], number>> = {
  vote: 10,
  'give-reason': 3,
  'close-poll': 4,
  'raise-hand': 3,
  'open-item': 3,
  'take-over': 3,
  'check-in': 3,
}

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  ...(Object.keys(COMMANDS) as Command['do'][]).map((asked) => ({
    weight: WEIGHTS[asked] ?? 1,
    arbitrary: COMMANDS[asked].map((rest) => ({ do: asked, ...rest }) as Command),
  })),
)

/** A command that somebody sends, some seconds after the one before. */
export interface Step {
  readonly who: Person
  readonly wait: number
  readonly command: Command
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(ADA, ADA, ADA, SAM, SAM, BOB, BOB, ...PEOPLE.slice(3)),
  wait: fc.constantFrom(0, 0, 0, 1, 4, 20),
  command: anyCommand,
})

/** What there is to vote on and to object to from the beginning, or nothing. */
const anyBeginning = fc.constantFrom<readonly Command[]>(
  [],
  [
    { do: 'open-poll', terms: TERMS },
    { do: 'open-poll', terms: { ...TERMS, block: null, secret: true } },
    { do: 'call-consent', block: 'b2', wording: 'Yes.', seconds: 30 },
  ],
)

export const anySteps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(anyBeginning, fc.array(anyStep, { minLength: 1, maxLength: 80, size: 'max' }))
  .map(([beginning, steps]) => [...beginning.map((command) => ({ who: ADA, wait: 0, command })), ...steps])

/** The command with the ids of what there is now in the place of `n0`, `n1`, … */
export function aimed(command: Command, { consents, handover, polls, queue }: LedgerState): Command {
  if ('poll' in command)
    return {
      ...command,
      poll: pick(
        command.poll,
        polls.map(({ poll }) => poll),
      ),
    }
  if ('consent' in command) {
    return {
      ...command,
      consent: pick(
        command.consent,
        consents.map(({ consent }) => consent),
      ),
    }
  }
  if ('turn' in command) {
    const turns = queue.speaking === null ? queue.turns : [queue.speaking, ...queue.turns]
    return {
      ...command,
      turn: pick(
        command.turn,
        turns.map(({ turn }) => turn),
      ),
    }
  }
  return 'handover' in command ? { ...command, handover: handover?.handover ?? command.handover } : command
}

function pick(wanted: string, ids: readonly string[]): string {
  return ids[Number(wanted.slice(1)) % Math.max(1, ids.length)] ?? wanted
}
