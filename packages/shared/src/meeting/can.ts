import type { Level, Role } from './role.ts'

/** Everything that a role may allow. */
export type Action =
  | 'read'
  /** Writing the minutes; depends on the meeting's level too. */
  | 'edit'
  /** Being seen: a name and a caret among those who are here. */
  | 'be-present'
  | 'check-in'
  | 'check-in-others'
  | 'vote'
  | 'object'
  | 'raise-hand'
  | 'take-notes'
  | 'run-queue'
  | 'run-agenda'
  | 'run-poll'
  | 'call-consent'
  | 'state-outcome'
  | 'begin-and-end'
  /** How the minutes are printed: who may write them may say that, too. */
  | 'set-style'
  | 'set-level'
  | 'give-role'
  | 'invite'

const READER: readonly Action[] = ['read']
const PARTICIPANT: readonly Action[] = [
  ...READER,
  'edit',
  'be-present',
  'check-in',
  'vote',
  'object',
  'raise-hand',
  'take-notes',
  'set-style',
]
const NOTE_TAKER: readonly Action[] = [
  ...PARTICIPANT,
  'check-in-others',
  'run-queue',
  'run-agenda',
  'run-poll',
  'call-consent',
  'state-outcome',
  'begin-and-end',
]
const CHAIR: readonly Action[] = [...NOTE_TAKER, 'set-level', 'give-role', 'invite']

const ALLOWED: Readonly<Record<Role, ReadonlySet<Action>>> = {
  reader: new Set(READER),
  participant: new Set(PARTICIPANT),
  'note-taker': new Set(NOTE_TAKER),
  chair: new Set(CHAIR),
}

/** The one table of who may do what; `role` is null for somebody who has none here. The server asks it for everything. */
export function can(role: Role | null, action: Action, level: Level): boolean {
  if (role === null || !ALLOWED[role].has(action)) return false
  return (action !== 'edit' && action !== 'set-style') || mayEdit(role, level)
}

function mayEdit(role: Role, level: Level): boolean {
  switch (level) {
    case 'open-floor':
    case 'group':
      // Of a visitor the level `group` makes a reader; see `roleOf`.
      return true
    case 'note-takers':
      return role === 'chair' || role === 'note-taker'
    case 'frozen':
      return false
  }
}
