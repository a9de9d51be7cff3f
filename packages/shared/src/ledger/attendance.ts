import { can, isSamePerson, type Person } from '../meeting/index.ts'
import type { CommandOf } from './command.ts'
import { accept, type Context, type Decision, may, NOTHING_NEW, type Present, refuse } from './decision.ts'
import type { Attendee, EventOf } from './event.ts'
import type { Attendance, LedgerState } from './state.ts'

/** Checks in oneself or, as a note taker, somebody else: who is there already stays one row. */
export function checkIn({ as, attendee }: CommandOf<'check-in'>, context: Context): Decision {
  const who = named(attendee, context)
  if (!mayWrite(who, context)) return NOT_FOR_OTHERS
  const row = rowOf(context.state.attendance, who)
  if (row !== undefined && row.left === null && row.as === as && isSame(row.attendee, joined(row.attendee, who))) {
    return NOTHING_NEW
  }
  return accept({ type: 'checked-in', attendee: who, as })
}

export function leave({ attendee }: CommandOf<'leave'>, context: Context): Decision {
  return onRow(attendee, context, (row) =>
    row.left === null ? accept({ type: 'left', attendee: row.attendee }) : NOTHING_NEW,
  )
}

export function strike({ attendee }: CommandOf<'strike'>, context: Context): Decision {
  return onRow(attendee, context, (row) => accept({ type: 'struck', attendee: row.attendee }))
}

function onRow(attendee: Attendee | undefined, context: Context, decide: (row: Attendance) => Decision): Decision {
  const who = named(attendee, context)
  const row = rowOf(context.state.attendance, who)
  if (!mayWrite(row?.attendee ?? who, context)) return NOT_FOR_OTHERS
  return row === undefined ? NOTHING_NEW : decide(row)
}

const NOT_FOR_OTHERS = refuse(
  'forbidden',
  'Only a note taker or the chair can do this for others: ask one of them, or check in for yourself.',
)

/** Who is meant, as the server knows them: what a note taker types of somebody with an identity does not rename them. */
function named(attendee: Attendee | undefined, { actor, present }: Context): Attendee {
  if (attendee === undefined) return attendeeOf(actor)
  const known = [actor, ...present].find(({ id }) => id === attendee.person)
  return known === undefined ? attendee : attendeeOf(known)
}

function attendeeOf({ id, name, affiliation, handle }: Person): Attendee {
  return {
    person: id,
    name,
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(handle === undefined ? {} : { handle }),
  }
}

function mayWrite(who: Attendee, context: Context): boolean {
  return who.person === context.actor.id || may(context, 'check-in-others')
}

export function attendanceAfter(
  attendance: readonly Attendance[],
  event: EventOf<'checked-in' | 'left' | 'struck'>,
  time: string,
): readonly Attendance[] {
  const row = rowOf(attendance, event.attendee)
  switch (event.type) {
    case 'checked-in': {
      if (row === undefined) return [...attendance, { attendee: event.attendee, as: event.as, since: time, left: null }]
      const back = { ...row, attendee: joined(row.attendee, event.attendee), as: event.as, left: null }
      // A row that was typed may turn out to be somebody who has a row already.
      return attendance
        .filter((one) => one === row || !isOnePerson(one.attendee, back.attendee))
        .map((one) => (one === row ? back : one))
    }
    case 'left':
      return attendance.map((one) => (one === row && one.left === null ? { ...one, left: time } : one))
    case 'struck':
      return attendance.filter((one) => one !== row)
  }
}

/** The row of somebody: that of their identity before one that only has their name. */
export function rowOf(attendance: readonly Attendance[], who: Attendee): Attendance | undefined {
  return (
    attendance.find(({ attendee }) => who.person !== null && attendee.person === who.person) ??
    attendance.find(({ attendee }) => isOnePerson(attendee, who))
  )
}

/** Somebody who was only typed is whoever the minutes would take for the same; two who have an identity never are one. */
function isOnePerson(one: Attendee, other: Attendee): boolean {
  if (one.person !== null && other.person !== null) return one.person === other.person
  return isSamePerson(one, other)
}

/** What is known of somebody goes before what was typed of them. */
function joined(before: Attendee, now: Attendee): Attendee {
  return before.person !== null && now.person === null ? { ...now, ...before } : { ...before, ...now }
}

function isSame(one: Attendee, other: Attendee): boolean {
  return (
    one.person === other.person &&
    one.name === other.name &&
    one.affiliation === other.affiliation &&
    one.handle === other.handle
  )
}

/** How many are here: who is checked in and has not left, and who could speak up and has not checked in. */
export function countHere({ attendance, level }: LedgerState, present: readonly Present[]): number {
  const checkedIn = attendance.filter(({ left, as }) => left === null && as !== 'observer').length
  const others = present.filter(
    (person) =>
      person.kind !== 'program' &&
      can(person.role, 'object', level) &&
      rowOf(attendance, attendeeOf(person)) === undefined,
  )
  return checkedIn + new Set(others.map(({ id }) => id)).size
}
