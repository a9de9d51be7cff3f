import type { Named } from './entry-pattern.ts'
import { readPerson } from './person.ts'

/** Somebody as people type them, `Ann Bell (Acme)` or `Ann Bell @ann`: in parts, if these are all that was typed. */
export function namedAs(typed: string): Named {
  const read = readPerson(typed)
  if (typeof read === 'string') return { name: typed }
  const { name, initials, handle, affiliation } = read
  const parts = [name, initials, handle, affiliation].filter((part) => part !== undefined)
  const rest = parts.reduce((text, part) => text.replace(part, ''), typed)
  if (/[\p{L}\p{N}]/u.test(rest)) return { name: typed }
  return {
    name,
    ...(initials === undefined ? {} : { initials }),
    ...(handle === undefined ? {} : { handle }),
    ...(affiliation === undefined ? {} : { affiliation }),
  }
}
