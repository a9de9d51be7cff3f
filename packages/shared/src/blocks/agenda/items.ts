import type { Written } from '../block.ts'
import { type Passage, passageOf, spanOf } from '../people/passage.ts'
import type { Block, Line } from '../reading/index.ts'
import { prefixOf } from '../speaker/prefix.ts'
import type { Voices } from '../speaker/voices.ts'
import type { AgendaItem } from './agenda.ts'
import { isMinutes, wholeDuration } from './duration.ts'
import type { Entry } from './entries.ts'
import { endsInNames } from './name.ts'
import { isHousekeeping, isNote, isPlaceholder } from './placeholder.ts'
import { areAllPlanned, isBareLink, isDetail, isOnlyLong, isOutcome, isPlanned, isRemark, isReport } from './remark.ts'
import { rowItem, topicTable } from './table.ts'
import { type People, readTopic, wordsIn } from './topic.ts'

/** Agendas nest no deeper; what does is notes. */
export const LEVELS = 5

/** From this depth on numbers do not make a sentence a topic. */
const DEEP = 3

/** The number of `[10] Screws` and `Screws (10)`. */
function bareNumber(text: string): string {
  return (/^\s*[[(](\d+)[\])]\s/.exec(text) ?? /\((\d+)\)\s*$/.exec(text))?.[1] ?? ''
}

/** So many items that end in a name in brackets make it a habit. */
const HABIT = 3

/** Two of them, the last with its stop. */
const SENTENCES = /[.!?]\s+\p{Lu}.*[^.]\.\s*$/su

/** A person has said that this line is something else. */
function isSaidOtherwise({ lines: [first] }: Entry): boolean {
  return first !== undefined && first.role !== null && first.role !== 'agenda'
}

/** The timebox that is all that this entry says: it is of the item in which it is nested. */
export function timeboxOf({ passage, nested }: Entry): Written<number> | null {
  if (passage === null || nested.length > 0) return null
  const words = wordsIn(passage)
  const duration = wholeDuration(words)
  // `5 minutes for questions` is said of a part.
  if (duration === null || !/^\s*(?:time ?box)?\W*$/i.test(words.slice(duration.to))) return null
  return { value: duration.minutes, at: spanOf(passage, duration) }
}

/** Reads the items of one agenda. */
export class ItemReader {
  readonly #voices: Voices
  readonly #taken: Line[]
  /** They may just as well be what was talked about. */
  readonly #areTopics: boolean
  /** Who presents something for certain somewhere in this agenda, in small letters. */
  readonly #presenters: ReadonlySet<string>

  /** The lines that are items are added to `taken`. */
  constructor(voices: Voices, taken: Line[], entries: readonly Entry[], areTopics: boolean) {
    this.#voices = voices
    this.#areTopics = areTopics
    this.#taken = taken
    const people = { isKnown: (written: string) => this.#isKnown(written), areInBrackets: false }
    this.#presenters = new Set()
    const names = passagesIn(entries).flatMap(
      (passage) => readTopic(passage, people).presenter?.value.split(', ') ?? [],
    )
    this.#presenters = new Set(names.map((name) => name.toLowerCase()))
  }

  /**
   * The topics of a list. `hasNotes`: what was said is written between the topics, so what is nested has to look planned to
   * belong to the agenda.
   */
  list(entries: readonly Entry[], hasNotes: boolean, depth = 0): AgendaItem[] {
    const people = this.#peopleIn(entries)
    return entries.flatMap((entry) => {
      const { passage } = entry
      if (passage === null) return this.list(entry.nested, hasNotes, depth)
      if (isPlaceholder(passage) || isSaidOtherwise(entry) || (hasNotes && this.#isToldAtLength(entry))) return []
      const others = entry.nested.filter((each) => timeboxOf(each) === null)
      const nested = depth + 1 < LEVELS ? this.#planned(others, passage, hasNotes, depth + 1) : []
      const rows = depth + 1 < LEVELS ? entry.tables.flatMap((table) => this.table(table)) : []
      const lettered = depth + 1 < LEVELS ? this.#lettered(entry) : []
      const below = [...lettered, ...this.list(nested, hasNotes || isReport(passage.text), depth + 1), ...rows]
      const item = this.item(entry.lines, passage, below, people)
      const minutes = item.minutes ?? entry.nested.map(timeboxOf).find((timebox) => timebox !== null)
      return [minutes === undefined ? item : { ...item, minutes }]
    })
  }

  /** What is planned in a list that stands below its topic. */
  below(entries: readonly Entry[], topic: Passage): AgendaItem[] {
    return this.list(this.#planned(entries, topic, false, 1), isReport(topic.text), 1)
  }

  #lettered({ lettered }: Entry): AgendaItem[] {
    return lettered.map(({ line, begin }) => this.item([line], passageOf([line], begin), []))
  }

  /** A topic for each row; none where the table has no column for topics. */
  table(block: Block): AgendaItem[] {
    const table = topicTable(block)
    return (table?.rows ?? []).flatMap((row) => {
      const item = rowItem(row, table!, this.#peopleIn([]))
      if (item !== null) this.#taken.push(...row)
      return item ?? []
    })
  }

  item(
    lines: readonly Line[],
    passage: Passage,
    items: readonly AgendaItem[],
    people = this.#peopleIn([]),
  ): AgendaItem {
    for (const line of lines) this.#taken.push(line)
    const { minutes, presenter, text } = readTopic(passage, people)
    const id = lines[0]?.id ?? null
    return {
      ...(id === null ? {} : { id }),
      text,
      at: spanOf(passage, { from: 0, to: passage.text.length }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(presenter === undefined ? {} : { presenter }),
      items,
    }
  }

  /** Somebody presents it, or it has a time. */
  isPlanned(passage: Passage): boolean {
    const { minutes, presenter } = readTopic(passage, this.#peopleIn([]))
    return minutes !== undefined || presenter !== undefined
  }

  /** Somebody speaks here: a bullet; who has a number beside the name is on the agenda. */
  isSaid({ lines: [first], item }: Entry): boolean {
    const prefix = first === undefined || item.isOrdered ? null : prefixOf(first)
    return prefix !== null && this.#voices.areSpeaking(prefix, false)
  }

  /** Somebody speaks in more than a sentence, and nothing is nested in it: a note that slipped out of its topic. */
  #isToldAtLength(entry: Entry): boolean {
    const { passage, nested } = entry
    if (passage === null || nested.length > 0 || !this.isSaid(entry)) return false
    return SENTENCES.test(passage.text) && readTopic(passage, this.#peopleIn([])).minutes === undefined
  }

  /** Which of the nested entries belong to the agenda. */
  #planned(entries: readonly Entry[], parent: Passage, hasNotes: boolean, depth: number): readonly Entry[] {
    const people = this.#peopleIn(entries)
    const isAmongPlanned = areAllPlanned(entries)
    // Below what may just as well be what was talked about a colon promises notes.
    const topic = this.#areTopics ? parent.text.replace(/[\s:]+$/, '') : parent.text
    // With a number they are points of the opening like others, unless a note among them says what they are.
    const keepHouse = entries.some(({ passage }) => passage !== null && isNote(passage))
    return entries.filter((entry) => {
      const { passage } = entry
      if (passage === null) return true
      if (keepHouse && isHousekeeping(passage)) return false
      // A check box in an item without one is something to do.
      if (entry.item.checked !== null && (entry.item.parent?.checked ?? null) === null) return false
      const { minutes, presenter } = readTopic(passage, people)
      if (minutes !== undefined) return true
      if (this.isSaid(entry) || isDetail(passage.text) || isOutcome(passage.text)) return false
      if (presenter !== undefined) return true
      if (this.#areTopics && isBareLink(passage)) return false
      return hasNotes
        ? isPlanned(passage)
        : !isRemark(entry, passage, topic, depth < DEEP) || (isAmongPlanned && isOnlyLong(entry, passage))
    })
  }

  #peopleIn(siblings: readonly Entry[]): People {
    const timed = siblings.filter(({ passage }) => isMinutes(bareNumber(passage?.text ?? '')))
    const named = siblings.filter(({ passage }) => passage !== null && endsInNames(wordsIn(passage)))
    return {
      isKnown: (written) => this.#isKnown(written),
      areInBrackets: named.length >= HABIT && named.length * 2 >= siblings.length,
      areMinutes: timed.length >= HABIT && timed.length * 3 >= siblings.length * 2,
    }
  }

  #isKnown(written: string): boolean {
    const name = written.replace(/^@/, '')
    return this.#voices.isRegular(name) || this.#presenters.has(name.toLowerCase())
  }
}

function passagesIn(entries: readonly Entry[]): Passage[] {
  return entries.flatMap(({ passage, nested }) => [...(passage === null ? [] : [passage]), ...passagesIn(nested)])
}
