import { readFacts } from '../blocks/matter/read.ts'
import { viewOf } from '../blocks/reading/index.ts'
import type { DocJson } from '../document/node.ts'
import { dateValues } from './dates.ts'
import type { HouseStyle } from './house-style.ts'
import { fill, placesIn } from './pattern.ts'

/** What the file of these minutes is called; undefined where they do not say the date, which names of files are made of. */
export function fileNameIn({ fileName }: HouseStyle, document: DocJson): string | undefined {
  const values = dateValues(readFacts(viewOf(document)).date)
  return placesIn(fileName).every((place) => Object.hasOwn(values, place) && values[place] !== undefined)
    ? fill(fileName, values)
    : undefined
}
