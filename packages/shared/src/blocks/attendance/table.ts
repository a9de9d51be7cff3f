import type { TableCellJson, TableJson, TableRowJson } from '../../document/node.ts'
import type { Path } from '../path.ts'
import { type Passage, readable, spanOf } from '../people/passage.ts'
import { type People, readEntries, readSeries } from '../people/people.ts'
import { isPlaceholder } from '../people/vocabulary.ts'
import { bareLines, type Block, keyOf } from '../reading/index.ts'
import type { Attendance, Attendee, Presence } from './attendance.ts'
import { type Column, columnsOf, IS_THERE, textIn } from './columns.ts'
import { attendanceOf, carrierOf, isConvincing } from './found.ts'
import { readGrid } from './grid.ts'
import { type HeadSense, senseOf } from './heads.ts'
import { isTick, stateByTick, stateOf } from './states.ts'

/** People in a table: a column of names; a row, or a column, that is headed `Attending`. */
export function readTable(block: Block, table: TableJson, head: HeadSense | null): readonly Attendance[] {
  const isSure = head?.strength === 'sure' || block.role === 'attendance'
  const columns = columnsOf(table, isSure)
  if (columns !== null) {
    const all = readRows(block, table, columns, head?.state ?? 'present')
    if (all !== null) return [all]
  }
  const rows = table.content.flatMap((row, index) => readRow(block, row, index, isSure) ?? [])
  if (rows.length > 0) return rows
  const inColumns = readColumns(block, table)
  if (inColumns.length > 0 || !isSure) return inColumns
  const grid = readGrid(block, table, head?.state ?? 'present')
  return grid === null ? [] : [grid]
}

/** A row for each person. */
function readRows(
  block: Block,
  { content }: TableJson,
  columns: readonly Column[],
  state: Presence,
): Attendance | null {
  const column = columns.indexOf('name')
  const rows = content.slice(1)
  const passages = rows.map((row, index) => passageIn(row.content?.[column], [...block.path, index + 1, column]))
  const read = passages.map((passage) => readEntries([passage], state))
  const together = readEntries(passages, state)
  const isTicked = areTicked(content, columns)
  const attendees = rows.flatMap((row, index): Attendee[] => {
    const { from } = passages[index]!
    const path = [...block.path, index + 1, column].join()
    const found = together.attendees.filter(({ at }) => at.path.join() === path)
    if (found.length === 1) {
      const isOpen = textIn(row, columns.indexOf('state')) === ''
      const ticked = isOpen && content[0] !== undefined ? stateByTick(content[0], row) : undefined
      const away = ticked === undefined ? (isTicked && isOpen ? { state: 'absent' as const } : {}) : { state: ticked }
      return [{ ...found[0]!, ...away, ...besides(row, columns, found[0]!) }]
    }
    if (read[index]!.others > 0) return found
    if (found.length > 1) {
      const { affiliation } = besides(row, columns, null)
      return affiliation === undefined ? found : found.map((each) => ({ affiliation, ...each }))
    }
    const { handle, ...rest } = besides(row, columns, null)
    const at = { path: [...block.path, index + 1, column], from, to: from + textIn(row, column).length }
    return handle === undefined ? [] : [{ name: handle, handle, state, ...rest, at }]
  })
  const people: People = { attendees, others: together.others }
  const isWaiting = attendees.length + people.others === 0
  if (!isWaiting && !isConvincing(people, 'sure', true)) return null
  return attendanceOf(carrierOf(block), 'table', state, people, null)
}

/** Whether a column says by ticks who came, so that its empty cells say who did not. */
function areTicked([head, ...rows]: TableJson['content'], columns: readonly Column[]): boolean {
  const column = columns.indexOf('state')
  if (head === undefined || !IS_THERE.test(keyOf(textIn(head, column)))) return false
  return rows.some((row) => isTick(textIn(row, column)))
}

type Besides = Partial<Pick<Attendee, 'initials' | 'handle' | 'affiliation' | 'state'>>

/** What the other columns say of somebody. */
function besides(row: TableRowJson, columns: readonly Column[], person: Attendee | null): Besides {
  const said = (column: Column): string => {
    const text = textIn(row, columns.indexOf(column))
    return isPlaceholder(text) ? '' : text
  }
  const initials = said('initials')
  const handle = said('handle').replace(/^(?:https?:\/\/)?(?:github\.com\/)?@?/, '')
  const affiliation = said('affiliation')
  const state = stateOf(textIn(row, columns.indexOf('state')))
  return {
    ...(/^\S{1,6}$/.test(initials) ? { initials } : {}),
    ...(/^[\p{L}\d_-]+$/u.test(handle) ? { handle } : {}),
    ...(affiliation === '' || NO_ORGANISATION.test(keyOf(affiliation)) ? {} : { affiliation }),
    ...(state === undefined || (person !== null && person.state !== 'present') ? {} : { state }),
  }
}

const NO_ORGANISATION =
  /^(?:invited expert|individual|self(?: employed)?|none|guest|observer|n a|contractor|freelancer?|unaffiliated|no affiliation)$/

/** `| Attending | Ann (Acme), Bob |` */
function readRow(block: Block, row: TableRowJson, index: number, isSure: boolean): Attendance | null {
  const sense = senseOf(textIn(row, 0).replace(/[:：]$/, ''))
  if (sense === null || sense.strength === 'loose' || (sense.strength === 'near' && !isSure && index === 0)) return null
  const path = [...block.path, index, 1]
  const cell = row.content?.[1]
  const people = cell === undefined ? NOBODY : readSeries(passageIn(cell, path), sense.state)
  const isWaiting = people.attendees.length + people.others === 0 && sense.strength === 'sure'
  if (!isWaiting && !isConvincing(people, sense.strength, true)) return null
  return attendanceOf(
    carrierOf(block, index),
    'row',
    sense.state,
    people,
    cell === undefined ? null : endOf(cell, path),
  )
}

const NOBODY: People = { attendees: [], others: 0 }

/** `| Present | Regrets |` above one row with a series in each cell. */
function readColumns(block: Block, { content }: TableJson): readonly Attendance[] {
  const [head, row] = content
  if (head === undefined || row === undefined || content.length > 2) return []
  return (head.content ?? []).flatMap((_, column) => {
    const sense = senseOf(textIn(head, column))
    const cell = row.content?.[column]
    if (sense?.strength !== 'sure' || cell === undefined) return []
    const path = [...block.path, 1, column]
    const people = readSeries(passageIn(cell, path), sense.state)
    if (!isConvincing(people, 'sure', true)) return []
    return [attendanceOf(carrierOf(block, 1), 'row', sense.state, people, endOf(cell, path))]
  })
}

function passageIn(cell: TableCellJson | undefined, path: Path): Passage {
  const line = cell === undefined ? undefined : bareLines(cell)[0]
  return { path, from: 0, text: line?.text ?? '', pieces: line?.pieces ?? [] }
}

function endOf(cell: TableCellJson, path: Path): Attendance['end'] {
  const passage = passageIn(cell, path)
  return spanOf(passage, { from: 0, to: readable(passage).length })
}
