import type { Understanding } from '@plenary/shared/blocks'

import type { Entries } from './entries.ts'

/** A piece that the minutes still lack, and the entry in whose line it is to be put right. */
export interface Missing {
  readonly key: string
  readonly kind: 'owner' | 'outcome' | 'attendance' | 'initials' | 'ambiguous'
  /** Whom or what it is about, in the words of the minutes. */
  readonly about: string
}

export function missingIn({ action, poll, speaker }: Entries, { attendances }: Understanding): Missing[] {
  const hasPeople = attendances.some(({ attendees }) => attendees.length > 0)
  return [
    ...action
      .filter(({ value }) => value.owners.length === 0 && !value.done)
      .map(({ key, value }) => ({ key, kind: 'owner' as const, about: value.text.value })),
    ...poll
      .filter(({ value }) => value.outcome === undefined)
      .map(({ key, value }) => ({ key, kind: 'outcome' as const, about: value.question.value })),
    ...speaker
      .filter(() => hasPeople)
      .map(({ key, value: { turn } }) => ({ key, kind: strangerKind(turn), about: turn.written })),
  ]
}

function strangerKind({ written, who }: Entries['speaker'][number]['value']['turn']): Missing['kind'] {
  if (who.state === 'many') return 'ambiguous'
  return /^\p{Lu}[\p{Lu}.]{1,4}$/u.test(written) ? 'initials' : 'attendance'
}
