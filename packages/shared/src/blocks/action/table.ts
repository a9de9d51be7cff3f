import { isEverybody, isNoName, isOffice, looksLikeName } from '../people/name-shape.ts'
import { type Block, keyOf, type Line, type Row, rowsOf } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import type { Action } from './action.ts'
import { withDue, withOwners, withStatus } from './beside.ts'
import { ownersInCell, type OwnersInCell } from './owner-cell.ts'
import { readOwners } from './owners.ts'
import { readAction } from './read.ts'
import { isActionHead, isPlaceholder } from './section.ts'

/** Which column holds what; null where the table has none for it. */
interface Columns {
  readonly text: number
  readonly owner: number | null
  readonly due: number | null
  readonly status: number | null
}

const ACTION = /^(?:action(?: items?| points?| required| needed)?|actions|to ?dos?|next steps?|follow ?ups?)$/
/** These are columns of other tables too. */
const THING = /^(?:tasks?|items?|what|description|details?|summary|subject|deliverables?)$/
const OWNER =
  /^(?:(?:action |task )?owners?|assignees?|assigned(?: to)?|who|responsib(?:le|ility)(?: part(?:y|ies)| persons?)?|by whom|names?|leads?|dri|persons?|volunteers?)$/
const DUE = /^(?:due(?: date| by| on)?|deadlines?|by when|when|target(?: date)?|eta|date due)$/
const STATUS = /^(?:(?:current )?status|state|done|completed?|progress)$/

/** So many cells of owners have to name people: a table of what a role may do has ticks there. */
const MOSTLY = 2

/**
 * The action items that a table holds, one to a row. It says that it does by the heading over it, or by its own head: `Action`
 * beside `Owner`, with people in that column.
 */
export function actionsInTable(table: Block, names: Voices, meeting: string | undefined): readonly Action[] {
  if (table.node.type !== 'table' || (table.role !== null && table.role !== 'action')) return []
  const [head, ...rows] = rowsOf(table.lines)
  const isAnnounced = table.role === 'action' || table.heads.some(isActionHead)
  const columns = columnsOf(head ?? [], isAnnounced)
  if (columns === null || (!isAnnounced && !(isOwned(rows, columns, names) && !isOfBefore(table)))) return []
  return rows.flatMap((row) => readRow(row, columns, names, meeting) ?? [])
}

function columnsOf(head: Row, isAnnounced: boolean): Columns | null {
  const keys = Array.from(head, (cell) => keyOf(cell?.text ?? ''))
  const column = (words: RegExp): number | null => {
    const at = keys.findIndex((key) => words.test(key))
    return at < 0 ? null : at
  }
  const owner = column(OWNER)
  const text = column(ACTION) ?? (isAnnounced ? column(THING) : null)
  if (text === null || (!isAnnounced && owner === null)) return null
  return { text, owner, due: column(DUE), status: column(STATUS) }
}

/** Review of what an earlier meeting wanted to be done. */
function isOfBefore({ heads }: Block): boolean {
  return heads.some(({ key }) => /\b(?:previous|last|prior|past|earlier)\b/.test(key))
}

function isOwned(rows: readonly Row[], { owner, due, status }: Columns, names: Voices): boolean {
  const filled = rows.flatMap((row) => cellIn(row, owner) ?? []).filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const named = filled.filter((cell) => ownersInCell(cell).people.some(({ value }) => isLikeOwner(value, names)))
  if (filled.length === 0) return due !== null || status !== null
  return named.length * MOSTLY > filled.length
}

function isLikeOwner(name: string, names: Voices): boolean {
  if (names.isRegular(name) || looksLikeName(name) || isOffice(name) || isEverybody(name)) return true
  return /^[\p{L}_][\p{L}\p{N}_.-]+$/u.test(name) && !isNoName(name)
}

function cellIn(row: Row, column: number | null): Line | undefined {
  return column === null ? undefined : row[column]
}

function readRow(row: Row, columns: Columns, names: Voices, meeting: string | undefined): Action | null {
  const line = row[columns.text]
  if (line === undefined || isPlaceholder(line.text) || /^\s*[[{<].*[\]}>]\s*$/.test(line.text)) return null
  const cells = {
    owner: cellIn(row, columns.owner),
    due: cellIn(row, columns.due),
    status: cellIn(row, columns.status),
  }
  const owners = cells.owner === undefined ? NOBODY : ownersInCell(cells.owner)
  const owned = cells.owner === undefined ? readOwners(line, 0, names) : null
  const [from, to] = [owned?.to ?? 0, line.text.trimEnd().length]
  const above = owners.people.map(({ value }) => value)
  const read = readAction(line, { form: 'row', label: null, from, to, owned, above, isSpoken: false }, names, meeting)
  return read === null ? null : withStatus(withDue(withOwners(read, owners), cells.due, meeting), cells.status)
}

const NOBODY: OwnersInCell = { people: [], at: null }
