import { isOffice } from '../people/name-shape.ts'
import { areSure, readPeople } from '../people/read-people.ts'
import { type Line, matchAt } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'

const DID =
  /\s+(?:(?:has|have|had|also|then|already|just) )*(?!need(?:ed)? )(?:\p{Ll}{3,}ed|chose|spoke|wrote|gave|took|met|sent|made|said|told|found|brought|went)(?=\s+\S)/uy

/** Whether a text tells what somebody has done, and gives nobody anything to do: `Ann Bell invited the others`, `The group decided to wait`. */
export function isReport({ text }: Line, from: number, names: Voices): boolean {
  const found = readPeople(text, from, names)
  if (found === null || matchAt(DID, text, found.to) === null) return false
  // One word in the shape of a name may be any.
  const isSomebody = found.people.some(({ name }) => name.includes(' ') || isOffice(name) || isOffice(`the ${name}`))
  return isSomebody || areSure(found.people, names)
}
