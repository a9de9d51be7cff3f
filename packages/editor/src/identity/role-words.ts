import type { Role } from '@plenary/shared/meeting'

/** What people are called in a meeting. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  chair: 'Chair',
  'note-taker': 'Note taker',
  participant: 'Participant',
  reader: 'Reader',
}
