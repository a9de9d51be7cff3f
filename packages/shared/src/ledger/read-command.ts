import { type Called, isPersonId, LEVELS, type PersonId, readName, ROLES } from '../meeting/index.ts'
import type { Command, CommandOf } from './command.ts'
import { type AgendaItemRef, type Attendee, OUTCOMES, TURN_KINDS } from './event.ts'
import { LONGEST } from './limits.ts'
import {
  between,
  boolean,
  integer,
  isObject,
  line,
  list,
  matching,
  object,
  oneOf,
  optional,
  orNull,
  paragraph,
  type Reader,
  verbatim,
} from './reading.ts'

const person: Reader<PersonId> = (value) => (typeof value === 'string' && isPersonId(value) ? value : undefined)
const name: Reader<string> = (value) => {
  const text = verbatim(4 * LONGEST.name)(value)
  return text === undefined ? undefined : readName(text)
}
/** Of a poll, a consent call, a turn or a hand-over. */
const id = matching(/^[a-z0-9]{1,32}$/)
const block = verbatim(LONGEST.reference)
const item = verbatim(LONGEST.reference)

const handle = matching(/^[\p{L}\p{N}_.-]{1,80}$/u)

const called: Reader<Called> = object({ name, handle: optional(handle) })
const attendee: Reader<Attendee> = object({
  person: orNull(person),
  name,
  affiliation: optional(name),
  handle: optional(handle),
})
const agendaItem: Reader<AgendaItemRef> = object({
  item,
  text: line(LONGEST.question),
  minutes: optional(between(0, LONGEST.day)),
})
const options: Reader<readonly string[]> = (value) => {
  const read = list(line(LONGEST.option), 2, 9)(value)
  const distinct = new Set(read?.map((option) => option.toLowerCase()))
  return distinct.size === read?.length ? read : undefined
}

const COMMANDS: { readonly [Do in Command['do']]: Reader<Omit<CommandOf<Do>, 'do'>> } = {
  'begin-meeting': object({}),
  'end-meeting': object({ notReached: list(agendaItem, 0, LONGEST.agenda) }),
  'reopen-meeting': object({}),
  'set-level': object({ level: oneOf(LEVELS) }),
  'give-role': object({ person, name, role: orNull(oneOf(ROLES)) }),
  'take-chair': object({}),
  'check-in': object({ as: oneOf(['present', 'late', 'observer']), attendee: optional(attendee) }),
  leave: object({ attendee: optional(attendee) }),
  strike: object({ attendee: optional(attendee) }),
  'take-over': object({ from: optional(person) }),
  'hand-over': object({ to: person, name }),
  'answer-handover': object({ handover: id, agree: boolean }),
  'stop-taking-notes': object({}),
  pass: object({ person: optional(person) }),
  exempt: object({ exempt: boolean }),
  'open-item': object({ item: agendaItem, presenters: optional(list(called, 0, LONGEST.presenters)) }),
  'close-item': object({ item, as: oneOf(['done', 'skipped', 'deferred']) }),
  'extend-item': object({ item, minutes: integer(1, 60) }),
  'raise-hand': object({ kind: oneOf(TURN_KINDS), topic: optional(line(LONGEST.topic)) }),
  'lower-hand': object({ turn: id }),
  'call-speaker': object({ turn: id }),
  'set-queue': object({ open: boolean }),
  'open-poll': object({
    terms: object({
      block: orNull(block),
      question: line(LONGEST.question),
      options,
      shows: oneOf(['live', 'at-close']),
      secret: boolean,
      guests: boolean,
    }),
  }),
  vote: object({ poll: id, choice: integer(0, 8) }),
  'count-room': object({ poll: id, counts: list(integer(0, LONGEST.room), 2, 9) }),
  'give-reason': object({ poll: id, text: paragraph(LONGEST.reason) }),
  'end-voting': object({ poll: id }),
  'close-poll': object({
    poll: id,
    outcome: object({ kind: oneOf(OUTCOMES), sentence: line(LONGEST.question, 'may-be-empty') }),
  }),
  'call-consent': object({
    block: orNull(block),
    wording: line(LONGEST.question),
    seconds: integer(LONGEST.shortestConsent, LONGEST.consent),
  }),
  object: object({ consent: id }),
  'withdraw-consent': object({ consent: id }),
}

/** What somebody asks for, from JSON that anybody may have written; undefined where it is no command, in whatever small way. */
export function readCommand(value: unknown): Command | undefined {
  if (!isObject(value)) return undefined
  const { do: asked, ...rest } = value
  if (!isCommandName(asked)) return undefined
  const read = COMMANDS[asked](rest)
  return read && ({ do: asked, ...read } as Command)
}

function isCommandName(value: unknown): value is Command['do'] {
  return typeof value === 'string' && Object.hasOwn(COMMANDS, value)
}
