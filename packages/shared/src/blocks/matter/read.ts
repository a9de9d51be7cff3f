import { titleOf } from '../../document/title.ts'
import type { View } from '../reading/index.ts'
import type { Facts } from './facts.ts'

export function readFacts({ document }: View): Facts {
  const title = titleOf(document)
  return { ...(title === undefined ? {} : { title }), tags: [] }
}
