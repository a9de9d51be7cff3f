import type { Item, Line } from '../reading/index.ts'
import type { Action } from './action.ts'
import { withDue, withOwners, withStatus } from './beside.ts'
import { ownersInCell } from './owner-cell.ts'

const FACT =
  /^\W*(?:(?<owner>owners?|assignees?|assigned(?: to)?|responsible|who)|(?<due>due(?: date| by)?|deadline|by when|when|target(?: date)?|eta)|(?<status>status|state))[\s*_]*[:：][\s*_]*/iu

/**
 * Lines of their own that say of the action above whose it is, when it is due and how it stands: `- Owner: Lee` and `- Due: 4 May`, in
 * items behind its own or nested in it.
 */
export class FactLines {
  #action: Item | null = null
  /** The last item of these that stands beside the action's own. */
  #last: Item | null = null

  /** From here on lines may say something of the action that this line is. */
  begin(line: Line): void {
    this.#action = line.isItemStart ? line.item : null
    this.#last = this.#action
  }

  /** The action with what this line says of it; null where the line says something else. */
  add(action: Action, line: Line, meeting: string | undefined): Action | null {
    const fact = this.#isBelow(line) ? FACT.exec(line.text) : null
    if (fact?.groups === undefined) return null
    const place = behind(line, fact[0].length)
    const { owner, due } = fact.groups
    // `Assigned to: Lee: write` is an action of its own.
    if (owner !== undefined && /[:：]/.test(place.text)) return null
    if (line.item!.parent !== this.#action) this.#last = line.item
    if (owner !== undefined) return withOwners(action, ownersInCell(place))
    return due === undefined ? withStatus(action, place) : withDue(action, place, meeting)
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
