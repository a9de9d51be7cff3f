/** What somebody is in a meeting, the most trusted first. Who has none may not even read. */
export const ROLES = ['chair', 'note-taker', 'participant', 'reader'] as const
export type Role = (typeof ROLES)[number]

/** Who may write the minutes. */
export const LEVELS = ['open-floor', 'group', 'note-takers', 'frozen'] as const
export type Level = (typeof LEVELS)[number]

/** Each in one sentence, for people. */
export const LEVEL_SENTENCES: Readonly<Record<Level, string>> = {
  'open-floor': 'Everybody who is let in may write.',
  group: 'Everybody whom the group has invited by name or role may write; visitors read.',
  'note-takers': 'The note takers and the chair write; everybody else reads, votes and raises hands.',
  frozen: 'The minutes are closed: nobody writes, until a chair or a note taker opens them again.',
}

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value)
}

/** The more trusted of two roles. */
export function stronger(one: Role | null, other: Role | null): Role | null {
  if (one === null || other === null) return one ?? other
  return ROLES.indexOf(one) <= ROLES.indexOf(other) ? one : other
}
