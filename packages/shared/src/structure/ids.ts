import { idOfWords, numbered } from '../blocks/ids.ts'
import { type Action, comparePlaces, type Decision, type Place, type Poll } from '../blocks/index.ts'

export type Referred = Action | Decision | Poll

/**
 * The id of each thing that can be referred to. It is the id of the node that it stands on; the second thing on the same node
 * has `-2` behind it, and so on. Where the node has none (somebody wrote it with another program), the id comes from what the
 * thing says: edits around it leave it alone, and so do a tick and another owner.
 */
export function idsOf(things: readonly Referred[], placeOf: (thing: Referred) => Place): ReadonlyMap<Referred, string> {
  const inOrder = things.toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b)))
  const ids = numbered(inOrder.map((thing) => thing.carrier.id ?? idOfWords(thing.kind, wordsOf(thing))))
  return new Map(inOrder.map((thing, index) => [thing, ids[index]!]))
}

function wordsOf(thing: Referred): string {
  switch (thing.kind) {
    case 'action':
    case 'decision':
      return thing.text.value
    case 'poll':
      return [thing.question.value, ...thing.options.map(({ label }) => label)].join(' ')
  }
}
