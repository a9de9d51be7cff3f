import { House } from './house.ts'
import type { Person } from './person.ts'

/** Ann and Bob in one room, with what was there when they came. */
export async function roomOfTwo(
  rooms: Parameters<typeof House.open>[0] = {},
  guest: { plenary?: boolean } = {},
): Promise<{ house: House; ann: Person; bob: Person }> {
  const house = await House.open(rooms)
  const ann = house.enter()
  const bob = house.enter(guest)
  await house.settle()
  return { house, ann, bob }
}
