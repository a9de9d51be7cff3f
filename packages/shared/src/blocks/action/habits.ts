import { isNoName, isVacant, looksLikeName } from '../people/name-shape.ts'
import { type Line } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { readOwners, readOwnersAtEnd } from './owners.ts'
import type { TopicLabels } from './topic-label.ts'

/** What the entries of a list of action items have in common, which tells more of one than its own words do. */
export interface ListHabits {
  /** They begin with `Lee to …`, and so does `scott to …`. */
  readonly areNamed: boolean
  /** Who, though nobody knows them, begins entries such as `Kim ask the others`. */
  readonly doers: ReadonlySet<string>
  /** Labels in bold before them are topics. */
  readonly haveTopics: boolean
  /** They end with names in brackets. */
  readonly endInNames: boolean
}

export const NO_HABITS: ListHabits = { areNamed: false, doers: new Set(), haveTopics: false, endInNames: false }

/** `lines`: the words of each item, wrapped ones as one line. */
export function habitsIn(lines: readonly Line[], names: Voices, topics: TopicLabels): ListHabits {
  return {
    areNamed: areNamed(lines, names),
    doers: doersIn(lines, names),
    haveTopics: topics.areTopics(lines),
    endInNames: endInNames(lines, names),
  }
}

/** `nicko to write`: a word that begins several entries like that is somebody, known or not; and so are several words that do. */
const NICK_TO = /^(\p{Ll}[\w-]+) to \p{Ll}/u

const SEVERAL = 3

function areNamed(lines: readonly Line[], names: Voices): boolean {
  const nicks = lines.map(({ text }) => NICK_TO.exec(text)?.[1])
  const areSeveral = new Set(nicks.filter((nick) => nick !== undefined && !isNoName(nick))).size >= SEVERAL
  const isNick = (word: string | undefined): boolean =>
    word !== undefined && !isNoName(word) && (areSeveral || nicks.filter((nick) => nick === word).length > 1)
  const named = lines.filter((line, at) => readOwners(line, 0, names)?.form === 'to' || isNick(nicks[at])).length
  return named > 1 && named * 2 >= lines.length
}

const DOING = /^(\p{Lu}[\p{L}\p{M}'’-]+) (?=\p{Ll})/u
/** Verbs that are nothing else: `Status report` tells nobody to report. */
const TELLING =
  /^\S+ (?:write|ask|send|create|add|make|prepare|schedule|investigate|bring|publish|propose|finish|get|give|try|find|discuss|talk (?:to|with)|look (?:at|into|for)|reach out|follow up|set up|figure out|put together|work (?:on|with))\b/u

/** A name before such a verb; or with which several entries begin, and elsewhere what somebody says. */
function doersIn(lines: readonly Line[], names: Voices): ReadonlySet<string> {
  const words = lines.map(({ text }) => DOING.exec(text)?.[1])
  const isDoer = (word: string, at: number): boolean =>
    TELLING.test(lines[at]!.text) || (words.indexOf(word) < at && names.isHeard(word))
  return new Set(
    words.flatMap((word, at) =>
      word !== undefined && looksLikeName(word) && !isVacant(word) && isDoer(word, at) ? [word] : [],
    ),
  )
}

function endInNames(lines: readonly Line[], names: Voices): boolean {
  const ending = lines.filter(
    (line) => readOwnersAtEnd(line, 0, line.text.trimEnd().length, names, true)?.form === 'end-parens',
  )
  return ending.length > 1 && ending.length * 2 >= lines.length
}
