import type { DocJson } from '../document/node.ts'
import { excerptOf } from '../document/one-line.ts'
import type { Action } from './action/action.ts'
import type { Written } from './block.ts'
import { placeOf } from './carriers.ts'
import { comparePlaces, type Place } from './path.ts'
import type { Poll } from './poll/poll.ts'
import type { Understanding } from './understand.ts'

interface Told {
  /** For a person. */
  readonly sentence: string
  /** Where to put it right. */
  readonly at: Place
}

/** What the minutes leave open. None of it is an error: minutes may be like that, and say so to nobody but their readers. */
export type Problem = Told &
  (
    | { readonly kind: 'action-without-owner'; readonly action: Action }
    | { readonly kind: 'poll-without-outcome'; readonly poll: Poll }
    /** Somebody speaks who is not among those who were there. */
    | { readonly kind: 'unlisted-speaker'; readonly written: string }
    /** Initials that fit nobody who was there. */
    | { readonly kind: 'unknown-initials'; readonly written: string }
    /** A name or initials that fit several. */
    | { readonly kind: 'ambiguous-name'; readonly written: string; readonly names: readonly string[] }
  )

/** All that is missing or cannot be resolved, in the order of the minutes; the same name once, where it stands first. */
export function problemsIn(document: DocJson, understanding: Understanding): readonly Problem[] {
  const { actions, polls } = understanding
  return [
    ...actions.filter(isUnowned).map((action): Problem => {
      const sentence = `Nobody has taken this action item${quoted(action.text.value)}.`
      return { kind: 'action-without-owner', sentence, at: placeOf(document, action.carrier, action.text), action }
    }),
    ...polls
      .filter(({ outcome }) => outcome === undefined)
      .map((poll): Problem => {
        const sentence = `This poll has no outcome${quoted(poll.question.value)}.`
        return { kind: 'poll-without-outcome', sentence, at: placeOf(document, poll.carrier, poll.question), poll }
      }),
    ...nameProblems(understanding),
  ].toSorted((a, b) => comparePlaces(a.at, b.at))
}

/** What has been done needs nobody any more. */
function isUnowned({ owners, done }: Action): boolean {
  return owners.length === 0 && !done
}

function nameProblems({ roster, turns, actions, noteTakers }: Understanding): Problem[] {
  // Where nobody is listed, nobody is missing from the list.
  if (roster.attendees.length === 0) return []
  const found = new Map<string, Problem>()
  const add = (written: string, at: Place, problem: Problem | undefined): void => {
    const before = found.get(written)
    if (problem !== undefined && (before === undefined || comparePlaces(at, before.at) < 0)) found.set(written, problem)
  }
  for (const { written, who, at } of turns) {
    if (who.state === 'many') add(written, at, ambiguous(written, at, who.names))
    if (who.state === 'none') add(written, at, isInitials(written) ? unknown(written, at) : unlisted(written, at))
  }
  // Whoever is to do something need not have been there, but initials stand for somebody who is listed.
  for (const { value, at } of [...noteTakers, ...actions.flatMap(({ owners }) => owners)].filter(isPlaced)) {
    const who = roster.resolve(value)
    if (who.state === 'many') add(value, at, ambiguous(value, at, who.names))
    if (who.state === 'none' && isInitials(value)) add(value, at, unknown(value, at))
  }
  return [...found.values()]
}

function isPlaced(written: Written<string>): written is Written<string> & { readonly at: Place } {
  return written.at !== null
}

/** `AB`, `RBD`, `J.-P.` */
function isInitials(written: string): boolean {
  return /^\p{Lu}[.-]*(?:\p{Lu}[.-]*){1,3}$/u.test(written)
}

function ambiguous(written: string, at: Place, names: readonly string[]): Problem {
  const sentence = `“${written}” could be ${listed(names)}.`
  return { kind: 'ambiguous-name', sentence, at, written, names }
}

function unknown(written: string, at: Place): Problem {
  return { kind: 'unknown-initials', sentence: `“${written}” are nobody's initials who is listed.`, at, written }
}

function unlisted(written: string, at: Place): Problem {
  return { kind: 'unlisted-speaker', sentence: `${written} speaks, but is not listed as present.`, at, written }
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

function quoted(text: string): string {
  const excerpt = excerptOf(text, 60)
  return excerpt === '' ? '' : `: “${excerpt}”`
}
