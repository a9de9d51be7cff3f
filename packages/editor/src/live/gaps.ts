import type { Attendance, ConsentCall, Poll } from '@plenary/shared/ledger'

import { MISSING_HEADS, type Overview } from '../understanding/index.ts'
import { notReached, type PlannedItem } from './agenda.ts'
import { presentIn } from './here.ts'

/** Something that a meeting still lacks when it is about to end. */
export interface Gap {
  readonly head: string
  readonly about: string
  /** Leads to its line. */
  readonly key: string | null
  /** Still going on: it has to be ended first. */
  readonly isOpen: boolean
}

interface Meeting {
  readonly overview: Overview
  readonly plan: readonly PlannedItem[]
  readonly polls: readonly Poll[]
  readonly consents: readonly ConsentCall[]
  readonly attendance: readonly Attendance[]
}

/** All that is missing, the most pressing first. */
export function gapsOf({ overview, plan, polls, consents, attendance }: Meeting): readonly Gap[] {
  const open = (head: string, about: string): Gap => ({ head, about, key: null, isOpen: true })
  const plain = (head: string, about: string, key: string | null = null): Gap => ({ head, about, key, isOpen: false })
  const isNobodyHere =
    presentIn({ attendance }).length === 0 && !overview.people.some(({ state }) => state === 'present')
  return [
    ...polls
      .filter(({ result }) => result === null)
      .map(({ terms, count }) => open(count === null ? 'Open vote:' : 'Outcome not stated:', terms.question)),
    ...consents.filter(({ end }) => end === null).map(({ wording }) => open('Open consent call:', wording)),
    ...(isNobodyHere ? [plain('Nobody is present.', 'Nobody has checked in, and the minutes name nobody.')] : []),
    ...overview.missing.map((row) => plain(MISSING_HEADS[row.kind], row.about, row.key)),
    ...notReached(plan).map(({ text }) => plain('Not reached:', text)),
  ]
}
