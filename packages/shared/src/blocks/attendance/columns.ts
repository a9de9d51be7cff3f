import type { TableJson, TableRowJson } from '../../document/node.ts'
import { bareLines, keyOf } from '../reading/index.ts'

/** What a column of a table of people holds. */
export type Column = 'name' | 'initials' | 'handle' | 'affiliation' | 'state' | 'other'

const WORDS: readonly (readonly [Column, RegExp])[] = [
  [
    'name',
    /^(?:full |your |person s |delegate |attendee |participant )?names?(?: surname)?(?: (?:and )?(?:affiliation|company|organi[sz]ation|org|employer))?$|^(?:attendees?|participants?|(?:(?:board|tsc|voting|committee|council|team|wg|sig) )?members?|directors?|trustees?|maintainers?|delegates?|persons?|people|who|representatives?|present|attending)$/,
  ],
  ['initials', /^(?:abbreviations?|abbr|abbrev|initials?|acronym|short(?: name)?|code|tla)$/],
  [
    'handle',
    /^(?:github(?: (?:handle|username|user|id|name|account|profile))?|gh|handle|username|nick(?:name)?|(?:irc|git ?lab|matrix|slack|zulip|discord|fas)(?: (?:nick(?:name)?|handle|username|user|id|name|account))?)$/,
  ],
  [
    'affiliation',
    /^(?:organi[sz]ations?|orgs?|affiliations?|company|companies|employer|represent(?:s|ing)|member company|institution|organi[sz]ation(?: or)? project|company organi[sz]ation|organi[sz]ation company|company project|works for)$/,
  ],
  ['state', /^(?:status|attendance|attended|attending|in attendance|present|here|state|roll ?call|rsvp)$/],
  [
    'other',
    /^(?:location|country|time ?zone|tz|role|title|position|e ?mail|pronouns?|city|region|where|notes?|comments?|remote|in person|membership|email address|absent|excused|regrets|apologies|late)$/,
  ],
]

/** The columns of a table with a column of names; null where its head does not say so, or says something that is not about people. */
export function columnsOf(table: TableJson, isAnnounced: boolean): readonly Column[] | null {
  const keys = (table.content[0]?.content ?? []).map((cell) => keyOf(bareLines(cell)[0]!.text))
  const columns: (Column | null)[] = []
  for (const key of keys) columns.push(columns.length === 0 && isRollCall(keys) ? 'name' : columnOf(key, columns))
  const known = columns.map((column) => column ?? 'other')
  if (!known.includes('name')) return null
  if (isAnnounced) return known
  const isTelling = known.some((column, at) => TELLING.has(column) || IS_THERE.test(keys[at]!))
  const isAboutPeople = columns.every((column) => column !== null) && isTelling
  return isAboutPeople ? known : null
}

/** `|  | Present | Absent |`: nothing stands over the names. */
function isRollCall([first, ...others]: readonly string[]): boolean {
  return first === '' && others.filter((key) => IS_THERE.test(key) || IS_AWAY.test(key)).length > 1
}

/** A column that has a tick where somebody did not come. */
const IS_AWAY = /^(?:absent|excused|regrets|apologies)$/

/** The head of a column that says of each whether they came. */
export const IS_THERE = /^(?:attendance|attended|attending|in attendance|present|here|roll ?call)$/

const TELLING: ReadonlySet<Column> = new Set(['initials', 'handle', 'affiliation'])

/** Each column but `other` is there once: in `Name | Present` the second is a state. */
function columnOf(key: string, before: readonly (Column | null)[]): Column | null {
  if (key === '') return 'other'
  return (
    WORDS.find(([column, words]) => words.test(key) && (column === 'other' || !before.includes(column)))?.[0] ?? null
  )
}

export function textIn(row: TableRowJson, column: number): string {
  const cell = column < 0 ? undefined : row.content?.[column]
  return cell === undefined ? '' : bareLines(cell)[0]!.text.trim()
}
