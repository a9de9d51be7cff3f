/** The first line of a list item, with what the lines around it show of its writer's habits. */
export interface ItemLine {
  readonly marker: string
  /** The marker of the item before it in the same list; empty where it is the first. */
  readonly before: string
  /** How many columns further in it stands than the item on the line before it; undefined where it does not. */
  readonly deeper: number | undefined
  /** Columns from its marker to the next line of its text; undefined where it has no second line or a lazy one. */
  readonly hang: number | undefined
}

export const ORDERED = /^\d/

const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+\S/
const FENCE = /^ {0,3}(?:`{3}|~{3})/
/** What is no further line of an item's text. */
const OTHER = /^[ \t]*(?:#{1,6}[ \t]|>|\||`{3}|~{3}|<|[-*_=]{3,}[ \t]*$)/

/** The items of a text as they stand, line by line: counting, not parsing, so that it costs next to nothing. */
export function readItems(text: string): readonly ItemLine[] {
  const items: ItemLine[] = []
  /** The last marker at each column of the list that is open. */
  let open: { column: number; marker: string }[] = []
  let last: number | undefined
  let isInFence = false
  const lines = text.split(/\r?\n/)
  lines.forEach((line, index) => {
    if (FENCE.test(line)) isInFence = !isInFence
    if (isInFence || line.trim() === '') return
    const found = ITEM.exec(line)
    if (found === null) {
      // A line at the margin behind a blank one ends the list.
      if (/^\S/.test(line) && (lines[index - 1] ?? '').trim() === '') open = []
      if (/^#{1,6}[ \t]/.test(line)) open = []
      return
    }
    const column = columnOf(found[1]!)
    const marker = found[2]!
    open = open.filter((each) => each.column <= column)
    const same = open.find((each) => each.column === column)
    const deeper = last === undefined || column <= last ? undefined : column - last
    items.push({ marker, before: same?.marker ?? '', deeper, hang: hangBelow(lines[index + 1] ?? '', column) })
    open = [...open.filter((each) => each !== same), { column, marker }]
    last = column
  })
  return items
}

function hangBelow(next: string, column: number): number | undefined {
  if (next.trim() === '' || ITEM.test(next) || OTHER.test(next)) return undefined
  const hang = columnOf(/^[ \t]*/.exec(next)![0]) - column
  return hang > 0 ? hang : undefined
}

function columnOf(lead: string): number {
  return lead.replaceAll('\t', '    ').length
}
