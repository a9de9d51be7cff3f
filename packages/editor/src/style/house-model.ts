import type { BlockJson } from '@plenary/shared/document'
import { formsFrom, hintFor, type HouseStyle } from '@plenary/shared/style'

import type { House } from './house.ts'

/** What a page takes from a style. A module of its own, so that the lens behind it comes only with the first style. */
export function houseFrom(style: HouseStyle): House {
  return { forms: formsFrom(style), hintAt: (above: Iterable<BlockJson>) => hintFor(style, above) }
}
