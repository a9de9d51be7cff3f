import type { Claims, Context } from '../context.ts'
import { comparePaths, samePath } from '../path.ts'
import { joinLines, type Line, utterances, type View } from '../reading/index.ts'
import { listedLines, speakingIn, type Voices } from '../speaker/voices.ts'
import type { Action } from './action.ts'
import { beginsAnew, claimOf, claimSaid } from './claim.ts'
import { entryLines } from './entry-lines.ts'
import { FactLines } from './fact-lines.ts'
import { readAction } from './read.ts'
import { Sections } from './sections.ts'
import { actionsInTable } from './table.ts'

/** The lines that the minutes themselves mark as action items. A missed one is better than a wrong one. */
export function recogniseActions({ view, roster, claims, date }: Context): readonly Action[] {
  const names = speakingIn(view, roster).voices
  const sections = new Sections(view, names)
  const isListed = listedLines(roster)
  const rows = inTables(view, names, claims, date)
  const found: Action[] = []
  const facts = new FactLines(names)
  const entries = entryLines(view, names)
  const isNew = (line: Line): boolean => claims.has(line) || entries.has(line) || beginsAnew(line, names)
  for (const lines of utterances(view.lines, isNew)) {
    const line = joinLines(lines)
    const { role } = line
    const last = found.at(-1)
    const isTaken = role !== null || lines.some((each) => claims.has(each))
    const said = last === undefined || isTaken ? null : facts.add(last, line, date)
    if (said !== null) {
      found[found.length - 1] = said
      claims.take(lines)
      continue
    }
    // Also what is something else has its place among the entries of a section.
    const read = claimOf(line, names, sections)
    if ((role !== null && role !== 'action') || lines.some((each) => claims.has(each))) continue
    // A box in a list of people says that somebody is there.
    const claim =
      (read?.form === 'box' && isListed(line) ? null : read) ??
      (role === 'action' && line.cell === null ? claimSaid(line, names) : null)
    const action = claim === null ? null : readAction(line, claim, names, date)
    if (claim === null || action === null) continue
    // Who says it still has the word.
    if (!claim.isSpoken) claims.take(lines)
    found.push(action)
    facts.begin(line)
  }
  return rows.length === 0
    ? found
    : [...rows, ...found].toSorted((a, b) => comparePaths(a.carrier.path, b.carrier.path))
}

/** The rows of tables; what stands in their cells is nothing else. */
function inTables(view: View, names: Voices, claims: Claims, date: string | undefined): readonly Action[] {
  return view.blocks.flatMap((block) => {
    if (block.node.type !== 'table') return []
    const taken = block.lines.filter((line) => claims.has(line))
    const found = actionsInTable(block, names, date).filter(
      ({ carrier }) => !taken.some(({ path }) => samePath(path, carrier.path)),
    )
    if (found.length > 0) claims.take(block.lines)
    return found
  })
}
