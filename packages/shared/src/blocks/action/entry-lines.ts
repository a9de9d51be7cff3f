import type { Line, View } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { readOwners } from './owners.ts'
import { isActionHead } from './section.ts'

/** Where people wrap prose. */
const WRAP = 72

/**
 * The rows of paragraphs below `Action items:` that are an entry each: most of them begin with owners, and none stands on a line of its
 * own only because the one before was full.
 */
export function entryLines({ blocks }: View, names: Voices): ReadonlySet<Line> {
  const found = blocks.flatMap(({ node, item, lines }) => {
    if (node.type !== 'paragraph' || item !== null || lines.length < 2) return []
    const rows = lines.filter(({ heads }) => heads.at(-1) !== undefined && isActionHead(heads.at(-1)!))
    const owned = rows.filter((row) => readOwners(row, 0, names) !== null)
    return owned.length > 1 && owned.length * 2 > rows.length && !rows.some(isWrapped) ? rows : []
  })
  return new Set(found)
}

function isWrapped({ text }: Line, at: number, rows: readonly Line[]): boolean {
  const before = rows[at - 1]?.text
  if (before === undefined) return false
  return !/^\s*[\p{Lu}@[]/u.test(text) || before.length + 1 + /^\s*\S*/.exec(text)![0].length >= WRAP
}
