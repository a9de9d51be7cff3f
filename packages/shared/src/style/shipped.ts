import type { HouseStyle } from './house-style.ts'
import { PLAIN } from './plain.ts'

/** The styles that come with Plenary, by the names that a request may ask for. */
export const SHIPPED = { plain: PLAIN } as const satisfies Readonly<Record<string, HouseStyle>>

export type ShippedName = keyof typeof SHIPPED

export function isShippedName(name: string): name is ShippedName {
  return Object.hasOwn(SHIPPED, name)
}
