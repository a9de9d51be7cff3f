import { isWithin } from '../path.ts'
import type { Head, Item, Line } from './line.ts'

/** The items between a head and a line below it, the innermost first: none for a paragraph right below the head. */
export function itemsBelow(line: Line, head: Head): readonly Item[] {
  const items: Item[] = []
  for (let { item } = line; item !== null && !isWithin(head.path, item.path); item = item.parent) items.push(item)
  return items
}

/** How many blocks further down a line stands than its head, among the head's siblings: 0 is the head's own block. */
export function stepsBelow(line: Line, head: Head): number {
  const level = head.path.length - 1
  return (line.path[level] ?? 0) - (head.path[level] ?? 0)
}
