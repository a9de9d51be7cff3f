import { type Person as KnownPerson, type Seen, seenAs } from '@plenary/shared/meeting'
import { uuidv4 } from 'lib0/random'

import { createValue, type Observable } from '../connection/observable.ts'
import { colorOf, isColor } from './color.ts'

/** What a page tells the others about the person in front of it. Until the server knows them, the id stands for this browser. */
export interface User extends Seen {
  /** `#rrggbb` */
  readonly color: string
}

const KEY = 'plenary:person'
const LONGEST_NAME = 40
const NAMELESS = 'Guest'
/** White space, control characters, and those that turn the direction of the text around them. */
const UNPRINTABLE = /[\s\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

export interface OwnPerson extends Observable<User> {
  /** Whether the person has ever said a name; until then they are shown as a guest. */
  readonly isNamed: () => boolean
  readonly rename: (name: string) => void
  /** Hears no more of what other tabs of this browser say. */
  readonly close: () => void
}

/** The person in front of this page, remembered in this browser as far as it remembers anything. */
export function ownPerson(): OwnPerson {
  const { id = uuidv4(), name = '' } = remembered()
  const user = createValue<User>({ id, name: cleanName(name), color: colorOf(id) })
  remember(user.get())
  const leaving = new AbortController()
  const follow = ({ key }: StorageEvent): void => {
    const other = key === KEY ? remembered() : {}
    if (other.id === id && other.name !== undefined) user.set({ ...user.get(), name: cleanName(other.name) })
  }
  window.addEventListener('storage', follow, { signal: leaving.signal })
  return {
    get: user.get,
    subscribe: user.subscribe,
    isNamed: () => user.get().name !== NAMELESS,
    rename: (name) => {
      user.set({ ...user.get(), name: cleanName(name) })
      remember(user.get())
    },
    close: () => leaving.abort(),
  }
}

/** A name as it may be shown: one line, no control or direction-changing characters, not too long, never empty. */
export function cleanName(name: unknown): string {
  if (typeof name !== 'string') return NAMELESS
  const line = name.replaceAll(UNPRINTABLE, ' ').trim()
  return Array.from(line).slice(0, LONGEST_NAME).join('').trim() || NAMELESS
}

/** Reads a user from another page's awareness state; undefined where it says nothing about a person. */
export function readUser(value: unknown, clientId: number): User | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, name, color, guest } = value as { id?: unknown; name?: unknown; color?: unknown; guest?: unknown }
  // A stock client sends no id: each of its windows is then a person of its own.
  const known = typeof id === 'string' && id.length <= 64 ? id : `client-${clientId}`
  return {
    id: known,
    name: cleanName(name),
    color: isColor(color) ? color : colorOf(known),
    ...(guest === true ? { guest } : {}),
  }
}

/**
 * The same as the server tells the others of them, once it knows who they are: a person with two pages is one person on both. To the
 * letter, or the server would write each of their carets anew.
 */
export function knownAs(user: User, person: Pick<KnownPerson, 'id' | 'name' | 'kind'> | null): User {
  return person === null ? user : { ...seenAs(person), color: user.color }
}

/** A guest is only who they say. */
export function guestMarked(name: string, isGuest: boolean): string {
  return isGuest ? `${name} (guest)` : name
}

/** The name that was said last in this browser; empty where none was. */
export function rememberedName(): string {
  const name = cleanName(remembered().name)
  return name === NAMELESS ? '' : name
}

/** Remembers a name for the next page of this browser, and for those that are open. */
export function rememberName(name: string): void {
  const { id = uuidv4() } = remembered()
  remember({ id, name: cleanName(name), color: colorOf(id) })
}

/** Whoever comes next in this browser is somebody else. */
export function forgetPerson(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing was remembered either.
  }
}

function remembered(): { id?: string; name?: string } {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    const { id, name } = value as { id?: unknown; name?: unknown }
    return { ...(typeof id === 'string' ? { id } : {}), ...(typeof name === 'string' ? { name } : {}) }
  } catch {
    // No storage here (a private window, a policy), or something else wrote nonsense into it.
    return {}
  }
}

function remember({ id, name }: User): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ id, name: name === NAMELESS ? '' : name }))
  } catch {
    // Not remembered then; asked again next time.
  }
}
