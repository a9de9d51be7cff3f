import type { DocJson } from '../document/node.ts'
import { unmakeAction } from './action/unmake.ts'
import type { Carrier } from './block.ts'
import { holderAt } from './carriers.ts'
import type { Change } from './change/change.ts'
import type { LinePlace } from './change/line.ts'
import { unmakeDecision } from './decision/change.ts'
import { isWithin, type Path, samePath } from './path.ts'
import type { Poll } from './poll/poll.ts'
import type { Understanding } from './understand.ts'

/**
 * Says of a line that it is none of the blocks, whatever it looks like; that holds from then on. What a label or a box said goes
 * with it. Of a heading or label it is said of all that stands below, in a table and in the counts of a poll of the whole. Said
 * once more of the same it is taken back.
 */
export function overrule(
  document: DocJson,
  { actions, decisions, polls }: Understanding,
  place: LinePlace,
): readonly Change[] {
  const isHere = ({ carrier }: { readonly carrier: Carrier }): boolean =>
    carrier.row === place.row && samePath(carrier.path, place.path)
  const action = actions.find(isHere)
  if (action !== undefined) return unmakeAction(document, action)
  const decision = decisions.find(isHere)
  if (decision !== undefined) return unmakeDecision(document, decision)
  const poll = polls.find((each) => isHere(each) || (each.counts !== null && isWithin(place.path, each.counts)))
  return holdersOf(document, poll === undefined ? [place.path] : placesOf(poll)).flatMap(({ path, node }) => {
    const role = node.attrs?.role === 'plain' ? null : 'plain'
    return [{ type: 'attrs', path, attrs: { role } }]
  })
}

/** The question and its counts: one without the other would still look like a poll. */
function placesOf({ carrier, counts, options }: Poll): readonly Path[] {
  const places = options.flatMap(({ count }) => (count.at === null ? [] : [count.at.path]))
  return [carrier.path, ...(counts === null ? [] : [counts]), ...places]
}

/** The nodes that keep what is said of these places, each once. */
function holdersOf(document: DocJson, paths: readonly Path[]) {
  const holders = paths.flatMap((path) => holderAt(document, path) ?? [])
  return holders.filter(({ path }, index) => holders.findIndex((other) => samePath(other.path, path)) === index)
}
