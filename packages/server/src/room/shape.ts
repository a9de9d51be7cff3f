import { type AttributesShape, type ElementShape, isForbidden, SHAPE, type ValueKind } from '@plenary/shared/document'

import type { Spot } from './places.ts'
import type { Content } from './update.ts'

/** What an update does that minutes cannot take. */
export type Misfit = 'outside' | 'shape' | 'depth' | 'address'

/** Whether an address that no page may point at has been in the minutes before. */
export type HasAddress = (address: string) => boolean

/** No minutes need more elements in each other, and every reader of them has a stack that ends. */
const MAX_DEPTH = 400

const ELEMENTS: ReadonlyMap<string, ElementShape> = new Map(Object.entries(SHAPE.elements))
const MARKS: ReadonlyMap<string, AttributesShape> = new Map(Object.entries(SHAPE.marks))

/**
 * What minutes have against this content at this place. They take what their schema allows, as far as that can be said of one item; the
 * rest (a list that has lost its last item, two people's text side by side) comes about by honest merges, and pages can show it.
 */
export function misfitOf(content: Content, { holder, key }: Spot, hasAddress: HasAddress): Misfit | undefined {
  if (holder.element === undefined) return 'outside'
  const element = ELEMENTS.get(holder.element)
  if (element === undefined) return 'shape'
  switch (content.what) {
    case 'nothing':
      return undefined
    case 'letters':
      return holder.isText && key === undefined ? undefined : 'shape'
    case 'format':
      return holder.isText && key === undefined
        ? misfitOfMark(content.name, content.value, element, hasAddress)
        : 'shape'
    case 'values':
      return holder.isText || key === undefined ? 'shape' : misfitOfAttribute(content.values, key, element, hasAddress)
    case 'element':
      if (holder.isText || key !== undefined || !element.children.includes(content.name)) return 'shape'
      return holder.depth < MAX_DEPTH ? undefined : 'depth'
    case 'text':
      return !holder.isText && key === undefined && element.text ? undefined : 'shape'
    case 'foreign':
      return 'shape'
  }
}

function misfitOfMark(
  name: string,
  value: unknown,
  { marks }: ElementShape,
  hasAddress: HasAddress,
): Misfit | undefined {
  const attributes = MARKS.get(name)
  if (attributes === undefined) return 'shape'
  // The end of a mark may stand anywhere.
  if (value === null) return undefined
  if (typeof value !== 'object' || Array.isArray(value) || !marks.includes(name)) return 'shape'
  return firstOf(Object.entries(value), ([key, each]) => misfitOfValue(each, kindsOf(attributes, key), hasAddress))
}

function misfitOfAttribute(
  values: readonly unknown[],
  key: string,
  { attributes }: ElementShape,
  hasAddress: HasAddress,
): Misfit | undefined {
  const kinds = kindsOf(attributes, key)
  return firstOf(values, (value) => misfitOfValue(value, kinds, hasAddress))
}

const NO_KINDS: readonly ValueKind[] = []

function kindsOf(attributes: AttributesShape, key: string): readonly ValueKind[] {
  return (Object.hasOwn(attributes, key) && attributes[key]) || NO_KINDS
}

function misfitOfValue(value: unknown, kinds: readonly ValueKind[], hasAddress: HasAddress): Misfit | undefined {
  const kind = value === null ? 'null' : typeof value
  if (kinds.some((each) => each === kind)) return undefined
  if (typeof value !== 'string' || !kinds.includes('address')) return 'shape'
  return isForbidden(value) && !hasAddress(value) ? 'address' : undefined
}

function firstOf<T>(values: readonly T[], misfit: (value: T) => Misfit | undefined): Misfit | undefined {
  for (const value of values) {
    const found = misfit(value)
    if (found !== undefined) return found
  }
  return undefined
}
