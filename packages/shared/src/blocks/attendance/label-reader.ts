import type { DocJson, NodeJson } from '../../document/node.ts'
import { nodeAt, type Path, samePath } from '../path.ts'
import { passageOf } from '../people/passage.ts'
import { type People, readSeries } from '../people/people.ts'
import { isLikeSentence } from '../people/vocabulary.ts'
import { type Block, type Line, spanIn, type View } from '../reading/index.ts'
import type { Attendance } from './attendance.ts'
import { attendanceOf, carrierOf, isConvincing } from './found.ts'
import { type HeadSense, senseOfHeads } from './heads.ts'
import { type Label, labelOf } from './label.ts'
import { isSeries, readBelow, readWhole } from './whole.ts'

export interface Read {
  readonly attendance: Attendance
  readonly lines: number
}

/** Reads what a label in a line announces, behind it or in the lines below. */
export class LabelReader {
  readonly #view: View
  readonly #block: Block
  readonly #index: number
  readonly #label: Label
  readonly #sense: HeadSense
  readonly #isNearby: boolean

  constructor(view: View, block: Block, index: number, label: Label, sense: HeadSense, isNearby: boolean) {
    this.#view = view
    this.#block = block
    this.#index = index
    this.#label = label
    this.#sense = sense
    this.#isNearby = isNearby
  }

  read(): Read | null {
    const line = this.#line
    const hasRest = line.text.slice(this.#label.rest).trim() !== ''
    return hasRest ? this.#behind() : (this.#below() ?? this.#blank())
  }

  get #line(): Line {
    return this.#block.lines[this.#index]!
  }

  /** `Present: Ann, Bob`, and the lines in which such a series goes on: as far as it is nothing but names. */
  #behind(): Read | null {
    const { lines } = this.#block
    let best: { readonly people: People; readonly end: number } | null = null
    for (let end = seriesEnd(lines, this.#index); end > this.#index; end--) {
      const people = readSeries(passageOf(lines.slice(this.#index, end), this.#label.rest), this.#sense.state)
      if (people.attendees.length + people.others === 0) return this.#blank()
      if (this.#isPeople(people) && (best === null || people.others < best.people.others)) best = { people, end }
    }
    return best && this.#found('commas', best.people, best.end)
  }

  /** Somewhere in the notes, a label and a word or two (`Absent: why`, `Present: Screws needed`) are no attendance. */
  #isPeople(people: People): boolean {
    const { attendees } = people
    if (!isConvincing(people, this.#sense.strength, this.#isNearby)) return false
    if (this.#isNearby || attendees.length > 2) return true
    return attendees.some(({ name, handle }) => handle !== undefined || (/\p{Lu}/u.test(name) && !isLikeSentence(name)))
  }

  #below(): Read | null {
    const { lines } = this.#block
    let end = this.#index + 1
    while (end < lines.length && labelOf(lines[end]!) === null) end++
    if (end === this.#index + 1) return null
    const below = lines.slice(this.#index + 1, end)
    const people = readBelow(below, this.#sense.state)
    if (!isConvincing(people, this.#sense.strength, true)) return null
    // One name alone stands for more in lines, if the break before it is meant to be seen.
    const isHard = this.#line.node.content?.some(({ type }) => type === 'hardBreak') === true
    const isOne = isSeries(below) && !(people.attendees.length === 1 && isHard)
    return this.#found(isOne ? 'commas' : 'lines', people, end)
  }

  /** The label waits for names; unless a list or table of them follows. */
  #blank(): Read | null {
    const { path, lines } = this.#block
    if (
      this.#block.node.type === 'heading' ||
      !/[:：]/.test(this.#line.text) ||
      (this.#sense.strength !== 'sure' && !this.#isNearby)
    )
      return null
    if (this.#index === lines.length - 1) {
      const next = followerOf(this.#view.document, path)
      if (next !== undefined && /List$|^table$/.test(next.type)) return null
      if (next?.type === 'paragraph' && isFollowedByPeople(this.#view, this.#block)) return null
    }
    return this.#found('commas', { attendees: [], others: 0 }, this.#index + 1)
  }

  #found(form: 'commas' | 'lines', people: People, end: number): Read {
    const carrier = carrierOf(this.#block, this.#line.row)
    const place = spanIn(this.#line, this.#label.rest)
    return { attendance: attendanceOf(carrier, form, this.#sense.state, people, place), lines: end - this.#index }
  }
}

/** What stands behind a block; behind the last one of a list's last item, what stands behind the list. */
function followerOf(document: DocJson, path: Path): NodeJson | undefined {
  const next = nodeAt(document, [...path.slice(0, -1), path.at(-1)! + 1])
  const item = path.slice(0, -1)
  const isInItem = next === undefined && nodeAt(document, item)?.type === 'listItem'
  const isLast = isInItem && nodeAt(document, [...item.slice(0, -1), item.at(-1)! + 1]) === undefined
  return isLast ? nodeAt(document, [...item.slice(0, -2), item.at(-2)! + 1]) : next
}

/** Whether the next paragraph, under this label, is a list of people. */
function isFollowedByPeople({ blocks }: View, block: Block): boolean {
  const next = blocks[blocks.findIndex(({ path }) => samePath(path, block.path)) + 1]
  const sense = next && senseOfHeads(next.heads)
  return next !== undefined && sense !== null && sense !== undefined && readWhole(next, sense) !== null
}

/** How far a series of names may go on: while a line ends with a comma, or is full and the next has commas too. */
function seriesEnd(lines: readonly Line[], begin: number): number {
  let end = begin + 1
  while (end < lines.length && labelOf(lines[end]!) === null) {
    const before = lines[end - 1]!.text
    const isOpen = /(?:[,;&]|\band)\s*$/.test(before) || /^\s*(?:and|&)\s/.test(lines[end]!.text)
    const isFull = before.length >= 50 && (end - begin > 1 || /[,;]/.test(lines[end]!.text) || end === lines.length - 1)
    if (!isOpen && !isFull) break
    end++
  }
  return end
}
