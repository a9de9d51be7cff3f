import type { DocJson } from '../../document/node.ts'
import type { Written } from '../block.ts'
import { nodeAt, type Path } from '../path.ts'
import { passageOf } from '../people/passage.ts'
import { type Block, keyOf, type Line, spanIn } from '../reading/index.ts'
import { bareLines } from '../reading/line.ts'
import type { AgendaItem } from './agenda.ts'
import { wholeDuration } from './duration.ts'
import { isPlaceholder } from './placeholder.ts'
import { type People, readTopic } from './topic.ts'

/** A table with a column for the topics of an agenda. */
export interface TopicTable {
  readonly topic: number
  readonly time: number | null
  readonly presenter: number | null
  /** There is a column for timeboxes, so it is an agenda wherever it stands. */
  readonly isTimed: boolean
  readonly rows: readonly (readonly Line[])[]
}

const TOPIC =
  /^(?:(?:agenda|discussion) )?(?:topics?|items?|subjects?|agenda|title|activity|description|proposals?|objectives?|what)$/
/** What surely is a length of time, and what may as well be the time of day. */
const TIMEBOX = /^(?:time ?box(?:es)?|duration)(?: (?:min|mins|minutes))?$/
const TIME =
  /^(?:length|time|est(?:imated)? time|mins?|minutes|time (?:min|mins|minutes|needed|allotted|allocated)|how long)$/
const PRESENTER =
  /^(?:presenters?|speakers?|leads?|leaders?|led by|owners?|who|champions?|facilitators?|drivers?|hosts?|by)$/

/** The columns of a table of topics; null where it is no such table. */
export function topicTable({ node, lines }: Block): TopicTable | null {
  if (node.type !== 'table') return null
  const heads = lines.filter(({ cell }) => cell?.row === 0)
  const columns = columnsOf(heads.map(({ text }) => text))
  const { topic } = columns
  if (topic === null) return null
  const rows: Line[][] = []
  for (const line of lines) {
    const row = (line.cell?.row ?? 0) - 1
    if (row >= 0) (rows[row] ??= []).push(line)
  }
  return {
    ...columns,
    topic,
    rows: rows.filter((row) => row !== undefined),
  }
}

function columnsOf(
  heads: readonly string[],
): Pick<TopicTable, 'time' | 'presenter' | 'isTimed'> & { topic: number | null } {
  const column = (words: RegExp): number | null => {
    const at = heads.findIndex((head) => words.test(keyOf(head)))
    return at < 0 ? null : at
  }
  const lengths = column(/^length$/)
  const timebox = column(TIMEBOX)
  return {
    topic: column(TOPIC),
    time: timebox ?? lengths ?? column(TIME),
    presenter: column(PRESENTER),
    isTimed: timebox !== null,
  }
}

/** The cell of a column in the row of a topic; null where the table has no such column, or the row no such cell. */
export function cellPath(document: DocJson, topic: Path, column: 'time' | 'presenter'): Path | null {
  const row = topic.slice(0, -1)
  const table = nodeAt(document, row.slice(0, -1))
  if (table?.type !== 'table') return null
  const heads = (table.content[0]?.content ?? []).map((cell) => bareLines(cell)[0]?.text ?? '')
  const path = [...row, columnsOf(heads)[column] ?? -1]
  return nodeAt(document, path)?.type === 'tableCell' ? path : null
}

/** The topic that a row is; null where its cell is empty. */
export function rowItem(row: readonly Line[], table: TopicTable, people: People): AgendaItem | null {
  const cell = (column: number | null): Line | undefined => row.find((line) => line.cell?.column === column)
  const topic = cell(table.topic)
  if (topic === undefined) return null
  const passage = passageOf([topic])
  if (isPlaceholder(passage)) return null
  const minutes = timeIn(cell(table.time))
  const presenter = nameIn(cell(table.presenter))
  return {
    ...readTopic(passage, people),
    at: spanIn(topic),
    ...(minutes === null ? {} : { minutes }),
    ...(presenter === null ? {} : { presenter }),
    items: [],
  }
}

/** `15m`, or a bare number in a column that says it is of minutes. */
function timeIn(line: Line | undefined): Written<number> | null {
  if (line === undefined) return null
  const duration =
    wholeDuration(line.text) ?? (/^\s*\d{1,3}\s*$/.test(line.text) ? wholeDuration(`${line.text.trimEnd()}m`) : null)
  if (duration === null) return null
  return { value: duration.minutes, at: spanIn(line, duration.from, Math.min(duration.to, line.text.length)) }
}

function nameIn(line: Line | undefined): Written<string> | null {
  const value = line?.text.trim() ?? ''
  if (line === undefined || value === '') return null
  const from = line.text.indexOf(value)
  return { value: value.replaceAll('@', ''), at: spanIn(line, from, from + value.length) }
}
