import type { Structure } from '@plenary/shared/structure'

import { baseText } from './export.ts'
import { Latest, type LatestOptions, type Sources, stateOf } from './latest.ts'

/** Meetings as data, see `Latest`; rejects with `LensError` where one cannot be read. */
export class Structures extends Latest<Structure> {
  constructor({ store, rooms, lens, keep = 200 }: Sources & Partial<Pick<LatestOptions<Structure>, 'keep'>>) {
    super({
      rooms,
      keep,
      read: async (record) => {
        const [state, base] = await Promise.all([stateOf(record, rooms), baseText(store, record)])
        return lens.structure(state, base, { id: record.id, name: record.name }, record.style?.writing)
      },
    })
  }
}
