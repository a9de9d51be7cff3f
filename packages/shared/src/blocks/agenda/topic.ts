import type { Written } from '../block.ts'
import { type Passage, type Range, spanOf } from '../people/passage.ts'
import { isLinked } from '../reading/index.ts'
import { type Bracketed, bracketsIn } from './brackets.ts'
import { type Duration, isMinutes, leadingDuration, trailingDuration, wholeDuration } from './duration.ts'
import { areHandles, HANDLES, isLikeName, NAMES, namesIn } from './name.ts'

/** Who may be meant by words of an agenda, as far as the rest of the minutes tells. */
export interface People {
  /** The attendance knows the name, or the minutes use it as that of a speaker. */
  isKnown(written: string): boolean
  /** The items around this one end in brackets with single names, `(Lee)`; then they are names, known or not. */
  readonly areInBrackets: boolean
  /** The same of numbers, `(10)`: then these are minutes. */
  readonly areMinutes?: boolean
}

/** What one line of an agenda says. */
export interface Topic {
  readonly text: string
  readonly minutes?: Written<number>
  readonly presenter?: Written<string>
}

/** Takes timebox and presenter out of an item's words. */
export function readTopic(passage: Passage, people: People): Topic {
  const reading = new Reading(wordsIn(passage), people, passage)
  reading.lead()
  reading.brackets()
  reading.tail()
  const { minutes, presenter } = reading
  return {
    text: reading.rest(),
    ...(minutes === null ? {} : { minutes: { value: minutes.value, at: spanOf(passage, minutes.at) } }),
    ...(presenter === null ? {} : { presenter: { value: presenter.value, at: spanOf(passage, presenter.at) } }),
  }
}

/** Tags that only say how words look. Others, such as `<missed>`, are words. */
const MARKUP =
  /^<(?:!--[\s\S]*|\/?(?:a|abbr|b|br|code|del|details|div|em|font|i|img|ins|kbd|p|s|small|span|strike|strong|sub|summary|sup|u)\b[^>]*)>$/i

/** What people read, at the same places: comments, tags and images are blank. */
export function wordsIn({ text, pieces }: Passage): string {
  let words = text.replaceAll('\uFFFC', ' ')
  for (const { from, to, marks } of pieces) {
    if (!marks.some(({ type }) => type === 'raw')) continue
    const shown = words.slice(from, to).replace(/<[^>]*>/g, (tag) => (MARKUP.test(tag) ? ' '.repeat(tag.length) : tag))
    words = words.slice(0, from) + shown + words.slice(to)
  }
  return words
}

/** The topic of a line without timebox and presenter, without knowing anybody. */
export function wordsOfTopic(text: string): string {
  return alone(text).text
}

export function hasTimebox(text: string): boolean {
  return alone(text).minutes !== undefined
}

/** Whether a text has a timebox or a presenter, without knowing anybody. */
export function isPlannedAlone(text: string): boolean {
  const { minutes, presenter } = alone(text)
  return minutes !== undefined || presenter !== undefined
}

function alone(text: string): Topic {
  return readTopic({ path: [], from: 0, text, pieces: [] }, { isKnown: () => false, areInBrackets: false })
}

interface Found<Value> {
  readonly value: Value
  readonly at: Range
}

const ENDS_IN_HANDLES = new RegExp(String.raw`(?:^|(?<before>\S+)?\s*[-–—,(]?\s)(?<at>${HANDLES})\s*[.)]?\s*$`, 'u')
const ENDS_IN_NAMES = new RegExp(String.raw`\s[-–—]+\s*(?<at>${NAMES})\s*$`, 'u')
const BEGINS_WITH_NAMES = new RegExp(String.raw`^\s*(?<at>${NAMES}|@[\p{L}\p{N}_.-]+)(?:\s*:\s+|\.\s{2,})(?=\S)`, 'u')
const BEGINS_IN_BRACKETS = new RegExp(
  String.raw`^\s*[[(](?<said>name=)?(?<at>[^\]()\n]{1,40})[\])]\s*(?:[-–—:]\s*)?(?=\S)`,
  'u',
)
/** Handles behind these words are those of the sentence: `a chat with @ann`. */
const IS_OF_SENTENCE = /^(?:(?:with|for|from|to|of|and|cc|see|ask|via|through|about|like|than|ping|thanks?):?|@.*)$/i

/** Names before a topic end within so many letters. */
const REACH = 80

/** One item being read: what has been found, and what of the text is left. */
class Reading {
  minutes: Found<number> | null = null
  presenter: Found<string> | null = null
  readonly #taken: Range[] = []
  readonly #text: string
  readonly #people: People
  readonly #passage: Passage

  constructor(text: string, people: People, passage: Passage) {
    this.#text = text
    this.#people = people
    this.#passage = passage
  }

  /** `5 min - …`, `[Lee] …`, `[name=Lee] …`, `Lee: …`. */
  lead(): void {
    const duration = leadingDuration(this.#text)
    if (duration !== null) this.#setMinutes(duration.minutes, duration, { from: 0, to: duration.end })
    // `10 minutes:` over what is to be done in them.
    const alone = duration === null ? wholeDuration(withoutColon(this.#text)) : null
    if (alone !== null && /[:：]\s*$/.test(this.#text)) this.minutes = { value: alone.minutes, at: alone }
    const begin = duration?.end ?? 0
    const rest = this.#text.slice(begin)
    const bracketed = BEGINS_IN_BRACKETS.exec(rest)
    const match = bracketed ?? (/[:.]\s/.test(rest.slice(0, REACH)) ? BEGINS_WITH_NAMES.exec(rest) : null)
    const name = match?.groups?.['at']
    if (match === null || name === undefined || this.#isLinkText(begin + match[0].indexOf(name))) return
    const names = namesIn(name)
    if (names.length === 0) return
    if (match.groups?.['said'] === undefined && !names.every((each) => this.#people.isKnown(each))) return
    const from = begin + match[0].indexOf(name, bracketed === null ? 0 : 1)
    this.#setPresenter({ from, to: from + name.length }, { from: begin, to: begin + match[0].length })
  }

  /** `(10 minutes)`, `[5m, Lee]`, `(Ann Bell)`, wherever nothing but such things follows. */
  brackets(): void {
    const all = bracketsIn(this.#text)
    for (const bracketed of all) {
      // `14:00 - 14:10` has a dash that parts nothing.
      const parts = [...bracketed.parts, { from: bracketed.from + 1, to: bracketed.to - 1 }]
      const at = parts.findIndex((part) => this.#durationIn(part) !== null)
      if (at >= 0 && this.minutes === null && (this.#isAside(bracketed, all) || this.#areNames(bracketed.to))) {
        const part = parts[at]!
        const { minutes, from, to } = this.#durationIn(part)!
        this.#setMinutes(minutes, { from: part.from + from, to: part.from + to }, bracketed)
        this.#presentedBy(
          at < bracketed.parts.length ? bracketed.parts.filter((_, index) => index !== at) : [],
          'timed',
        )
      }
    }
    if (this.presenter !== null) return
    const timed = this.#taken.at(-1)
    if (timed !== undefined && /[\p{L}\p{N}]/u.test(this.#text.slice(0, timed.from)) && this.#areNames(timed.to)) {
      const from = timed.to + /^\s*/.exec(this.#text.slice(timed.to))![0].length
      this.#setPresenter({ from, to: this.#text.trimEnd().length }, { from, to: this.#text.length })
      return
    }
    for (const bracketed of all.toReversed()) {
      if (this.#isTaken(bracketed)) continue
      if (!this.#isLast(bracketed)) break
      if (this.#presentedBy(bracketed.parts, 'alone')) {
        this.#taken.push(bracketed)
        break
      }
    }
  }

  /** `… - 5 min`, `… - @lee, @ann`, `… - Ann Bell`. */
  tail(): void {
    const rest = this.#blanked()
    if (this.minutes === null) {
      const duration = trailingDuration(rest)
      if (duration !== null && duration.begin > 0) {
        this.#setMinutes(duration.minutes, duration, { from: duration.begin, to: rest.trimEnd().length })
      }
    }
    if (this.presenter !== null) return
    const left = this.#blanked()
    const handles = left.includes('@') ? ENDS_IN_HANDLES.exec(left) : null
    if (handles !== null && !IS_OF_SENTENCE.test(handles.groups?.['before'] ?? '')) {
      const at = handles.groups!['at']!
      const from = left.lastIndexOf(at)
      const before = /\s*(?:[-–—,(:]|\bby)?\s*$/.exec(left.slice(0, from))!.index
      // Before a colon stands a topic, and no sentence.
      const isTopic = !/:\s*$/.test(left.slice(0, from)) || /^[^,.;?!]{1,30}$/.test(left.slice(0, before))
      if (before > 0 && isTopic)
        return this.#setPresenter({ from, to: from + at.length }, { from: before, to: left.length })
    }
    const names = /\s[-–—]/.test(left) ? ENDS_IN_NAMES.exec(left) : null
    const at = names?.groups?.['at']
    if (names === null || at === undefined) return
    const from = names.index + names[0].lastIndexOf(at)
    const isKnown = namesIn(at).every((name) => this.#people.isKnown(name))
    if (names.index > 0 && (isKnown || this.#isItalicName(from, at))) {
      this.#setPresenter({ from, to: from + at.length }, { from: names.index, to: left.length })
    }
  }

  /** What is left of the text when timebox and presenter are out. */
  rest(): string {
    return this.#blanked()
      .replace(/\s+/g, ' ')
      .replace(/\s+([.,:;!?])/g, '$1')
      .replace(/(?:\s+[-–—|]+|[,:])\s*$/, '')
      .trim()
  }

  #durationIn(part: Range): Duration | null {
    const text = this.#part(part)
    const isNumber = this.#people.areMinutes === true && isMinutes(text)
    return isNumber ? { minutes: Number(text), from: 0, to: text.length } : wholeDuration(text)
  }

  #presentedBy(parts: readonly Range[], place: 'timed' | 'alone'): boolean {
    if (parts.length === 0 || this.presenter !== null) return false
    const [only] = parts
    if (only !== undefined && /^name=./.test(this.#part(only))) {
      this.#setPresenter({ from: only.from + 'name='.length, to: only.to })
      return true
    }
    const words = parts.map((part) => this.#part(part).replace(/:.*$/s, ''))
    const names = words.flatMap(namesIn)
    if (names.length === 0) return false
    // Who stands beside somebody known is somebody too.
    const isSaid = names.some((name) => this.#people.isKnown(name)) && names.every((name) => this.#isLikePerson(name))
    if (!isSaid && !names.every((name) => this.#isPerson(name, place))) return false
    const from = parts[0]!.from
    const last = parts.at(-1)!
    this.#setPresenter({ from, to: last.from + words.at(-1)!.trimEnd().length })
    return true
  }

  #isLikePerson(word: string): boolean {
    return areHandles(word) || this.#people.isKnown(word) || isLikeName(word)
  }

  /** In a timebox any name will do; alone in brackets one word with a capital may be anything, so somebody has to know it. */
  #isPerson(word: string, place: 'timed' | 'alone'): boolean {
    if (areHandles(word) || this.#people.isKnown(word)) return true
    if (!isLikeName(word)) return false
    return place === 'timed' || this.#people.areInBrackets || (word.includes(' ') && /\p{Ll}/u.test(word))
  }

  /** `Release (10 min) Ann Bell, @bo`: nothing but people behind the timebox. */
  #areNames(at: number): boolean {
    const rest = this.#text.slice(at)
    if (!/^\s+\S/.test(rest) || rest.length > REACH) return false
    const names = namesIn(rest.trim())
    return names.length > 0 && names.every((name) => this.#isPerson(name, 'timed'))
  }

  #isItalicName(from: number, name: string): boolean {
    const pieces = this.#passage.pieces.filter((piece) => piece.from < from + name.length && piece.to > from)
    return name.includes(' ') && pieces.every(({ marks }) => marks.some(({ type }) => type === 'italic'))
  }

  #isLinkText(at: number): boolean {
    return this.#passage.pieces.some((piece) => piece.from <= at && at < piece.to && isLinked(piece))
  }

  /** Brackets at the beginning, at the end, or before a dash, a colon or a link: not within a sentence. */
  #isAside({ from, to }: Bracketed, all: readonly Bracketed[]): boolean {
    if (!/[\p{L}\p{N}]/u.test(this.#text.slice(0, from))) return true
    let at = to
    for (;;) {
      while (at < this.#text.length && /[ \t.,;!?*]/.test(this.#text[at]!)) at++
      const next = all.find((other) => other.from === at)
      if (next === undefined) break
      at = next.to
    }
    // `(5m, Lee) 2. [the issue](…)`: the list below it, run into its line.
    return at === this.#text.length || /^(?:[-–—:|\n]|\d{1,2}\.\s)/.test(this.#text.slice(at)) || this.#isLinkText(at)
  }

  #isLast({ to }: Range): boolean {
    return /^[ \t.,;!?*]*[:：]?[ \t]*(?:\n|$)/.test(this.#blanked().slice(to))
  }

  #isTaken({ from, to }: Range): boolean {
    return this.#taken.some((range) => range.from <= from && to <= range.to)
  }

  #setMinutes(value: number, { from, to }: Range, taken: Range): void {
    this.minutes = { value, at: { from, to } }
    this.#taken.push({ from: taken.from, to: taken.to })
  }

  #setPresenter(at: Range, taken?: Range): void {
    this.presenter = { value: namesIn(this.#part(at)).join(', ').replaceAll('@', ''), at }
    if (taken !== undefined) this.#taken.push(taken)
  }

  #part({ from, to }: Range): string {
    return this.#text.slice(from, to)
  }

  #blanked(): string {
    let text = this.#text
    for (const { from, to } of this.#taken) text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
    return text
  }
}

/** Without a colon at the end, and brackets before it; step by step, as a run of blanks would be tried in every way by one pattern. */
function withoutColon(text: string): string {
  const end = text.trimEnd()
  return /[:：]$/.test(end)
    ? end
        .slice(0, -1)
        .trimEnd()
        .replace(/\([^()]*\)$/, '')
        .trimEnd()
    : text
}
