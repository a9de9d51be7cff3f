import { type Item, type Line, spanIn } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import type { Action } from './action.ts'
import { withDue, withOwners, withStatus } from './beside.ts'
import { ownersInCell } from './owner-cell.ts'
import { readOwners } from './owners.ts'

const FACT =
  /^\W*(?:(?<owner>owners?|assignees?|assigned(?: to)?|responsible|who)|(?<due>due(?: date| by)?|deadline|by when|when|target(?: date)?|eta)|(?<status>status|state))[\s*_]*[:：][\s*_]*/iu

/** `Done`, `[Lee] ✅`: nothing else, or where it was done. */
const DONE = /^\s*(?:\[[^\]]{1,30}\]:?\s*)?(?=(?:✅|☑️?|✔️?|done|completed(?: (?:in|on|by) .{1,60})?)[.!\s]*$)/iu

/**
 * Lines of their own that say of the action above whose it is, when it is due and how it stands: `- Owner: Lee` and `- Due: 4 May`, in
 * items behind its own or nested in it; nested in one that is nobody's also `- Lee to write it`, and `- Done`.
 */
export class FactLines {
  #action: Item | null = null
  /** The last item of these that stands beside the action's own. */
  #last: Item | null = null
  readonly #names: Voices

  constructor(names: Voices) {
    this.#names = names
  }

  /** From here on lines may say something of the action that this line is. */
  begin(line: Line): void {
    this.#action = line.isItemStart ? line.item : null
    this.#last = this.#action
  }

  /** The action with what this line says of it; null where the line says something else. */
  add(action: Action, line: Line, meeting: string | undefined): Action | null {
    const fact = this.#isBelow(line) ? FACT.exec(line.text) : null
    if (fact?.groups === undefined) return this.#doneIn(action, line) ?? this.#takenIn(action, line)
    const place = behind(line, fact[0].length)
    const { owner, due } = fact.groups
    // `Assigned to: Lee: write` is an action of its own.
    if (owner !== undefined && /[:：]/.test(place.text)) return null
    if (line.item!.parent !== this.#action) this.#last = line.item
    if (owner !== undefined) return withOwners(action, ownersInCell(place))
    return due === undefined ? withStatus(action, place) : withDue(action, place, meeting)
  }

  #isNested({ item, isItemStart, inQuote }: Line): boolean {
    return this.#action !== null && isItemStart && item?.parent === this.#action && !inQuote
  }

  #doneIn(action: Action, line: Line): Action | null {
    const done = action.form === 'section' && this.#isNested(line) ? DONE.exec(line.text) : null
    return done === null ? null : withStatus(action, behind(line, done[0].length))
  }

  #takenIn(action: Action, line: Line): Action | null {
    if (!this.#isNested(line) || action.form !== 'section' || action.owners.length > 0) return null
    const owned = readOwners(line, 0, this.#names)
    if (owned?.form !== 'to') return null
    const people = owned.people.map(({ name, from, to }) => ({ value: name, at: spanIn(line, from, to) }))
    return withOwners(action, { people, at: spanIn(line, owned.people[0]!.from, owned.people.at(-1)!.to) })
  }

  #isBelow({ item, isItemStart, inQuote }: Line): boolean {
    const [action, last] = [this.#action, this.#last]
    if (action === null || last === null || item === null || !isItemStart || inQuote) return false
    return item.parent === action || (item.list === last.list && item.index === last.index + 1)
  }
}

/** What stands behind a label, as a line of its own. */
function behind(line: Line, begin: number): Line {
  return { ...line, from: line.from + begin, text: line.text.slice(begin), pieces: [] }
}
