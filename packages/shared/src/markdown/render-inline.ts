import type { MarkJson } from '../document/node.ts'
import { sameMark } from '../document/normal-inline.ts'
import { encode, isReferable } from './character-reference.ts'
import type { Habits } from './habits.ts'
import type { Delimited, SourceUnit } from './inline-source.ts'
import type { Source } from './source.ts'
import { isAngleAddress, isBareAddress, spellCode, spellFullAddress, spellImage, spellLink } from './spell.ts'
import type { Unit } from './units.ts'

/** The old text of a block and its source, for a new text to be written as a patch of it. */
export interface OldText {
  readonly source: Source
  readonly units: readonly SourceUnit[]
  readonly from: number
  readonly to: number
}

/** A text to write: its units, and for each the index of the old unit that it is, or -1. */
export interface Draft {
  readonly units: readonly Unit[]
  readonly origins: readonly number[]
  readonly old: OldText | undefined
  readonly habits: Habits
  readonly isInCell: boolean
  /** A line end together with what stands before further lines. */
  readonly newLine: string
}

/** What plain writing is not enough for: by index of the unit concerned. */
export interface Care {
  /** Characters that need a backslash. */
  readonly escaped: Set<number>
  /** Characters that must be written as a reference. */
  readonly encoded: Set<number>
  /** Where a mark must open with its other delimiter. */
  readonly other: Set<string>
  /** Other spellings of addresses and breaks: 0 is the preferred one. */
  readonly forms: Map<number, number>
}

/** `plain` is the source as its container sees it, for checking; `real` is what goes into the file. */
export interface Rendered {
  readonly plain: string
  readonly real: string
}

/** An indent behind which no block begins within a paragraph. Only for checking, where the source's own indent is not seen. */
const NO_BLOCK = '    '

/** Source that is open: what closes it, and, when it was copied, where it was copied from. */
interface Open {
  readonly mark: MarkJson
  readonly close: Rendered
  readonly copied?: Delimited
}

/**
 * Writes a text. Units that were there before keep their source, and so does whatever stood between two that still are
 * neighbours; marks are opened and closed where that is not so.
 */
export function renderInline(draft: Draft, care: Care): Rendered {
  const pen = new Pen(draft, care)
  draft.units.forEach((_, index) => pen.write(index))
  return pen.finish()
}

class Pen {
  readonly #draft: Draft
  readonly #care: Care
  #plain = ''
  #real = ''
  #open: Open[] = []
  /** Whether a delimiter was the last thing written. */
  #isAtOpening = false

  constructor(draft: Draft, care: Care) {
    this.#draft = draft
    this.#care = care
  }

  write(index: number): void {
    const origin = this.#origin(index)
    if (origin === undefined) this.#turn(index, undefined)
    else if (!this.#copyGap(index)) this.#turn(index, origin)
    if (origin === undefined) this.#put(this.#spell(index))
    else {
      this.#put(this.#copy(origin.from, origin.to))
      if (this.#isOldLine(index)) this.#plain += NO_BLOCK
    }
    this.#isAtOpening = false
  }

  /** Whether a line ends here and the next begins as it did in the old source, where it was no block of its own. */
  #isOldLine(index: number): boolean {
    const { units, origins } = this.#draft
    return (
      units[index]!.text === '\n' &&
      /^(?:char|break)$/.test(units[index]!.kind) &&
      origins[index + 1] === origins[index]! + 1 &&
      this.#origin(index + 1) !== undefined
    )
  }

  finish(): Rendered {
    const { units, old } = this.#draft
    const last = this.#origin(units.length - 1)
    if (old !== undefined && last !== undefined && last === old.units.at(-1) && this.#isOpenAs(last.within)) {
      this.#put(this.#copy(last.to, old.to))
    } else this.#close(0)
    return { plain: this.#plain, real: this.#real }
  }

  #put({ plain, real }: Rendered): void {
    this.#plain += plain
    this.#real += real
  }

  #copy(from: number, to: number): Rendered {
    const { source } = this.#draft.old!
    return { plain: source.plain(from, to), real: source.slice(from, to) }
  }

  #origin(index: number): SourceUnit | undefined {
    const at = this.#draft.origins[index] ?? -1
    if (at < 0 || this.#care.escaped.has(index) || this.#care.encoded.has(index) || this.#care.forms.has(index))
      return undefined
    const origin = this.#draft.old?.units[at]
    return origin !== undefined && isPlaced(origin) ? origin : undefined
  }

  /** Copies what stands before an old unit, if what is written now is just what stood before it then. */
  #copyGap(index: number): boolean {
    const { old, origins } = this.#draft
    const at = origins[index]!
    if ([...this.#care.other].some((place) => place.startsWith(`${index} `))) return false
    const isNext =
      index === 0 ? at === 0 : at > 0 && origins[index - 1] === at - 1 && this.#origin(index - 1) !== undefined
    if (!isNext || !this.#isOpenAs(at === 0 ? [] : old!.units[at - 1]!.within)) return false
    const unit = old!.units[at]!
    this.#put(this.#copy(at === 0 ? old!.from : old!.units[at - 1]!.to, unit.from))
    this.#open = unit.within.map((copied) => this.#copied(copied, this.#markOf(copied, index)))
    return true
  }

  #isOpenAs(within: readonly Delimited[]): boolean {
    return within.length === this.#open.length && within.every((each, index) => this.#open[index]!.copied === each)
  }

  #copied(copied: Delimited, mark: MarkJson): Open {
    return { mark, copied, close: this.#copy(copied.close.from, copied.close.to) }
  }

  /** The mark that these delimiters make. A break has none of its own, so its neighbours tell. */
  #markOf(copied: Delimited, index: number): MarkJson {
    for (const unit of [index, index - 1, index + 1].map((at) => this.#draft.units[at])) {
      const mark = unit?.marks.find((each) => each.type === copied.mark)
      if (mark !== undefined) return mark
    }
    return copied.mark === 'link' ? { type: 'link', attrs: { href: '' } } : { type: copied.mark }
  }

  /** Closes and opens marks so that just those of the unit are open. */
  #turn(index: number, origin: SourceUnit | undefined): void {
    if (origin === undefined) {
      const wanted = this.#marksAt(index)
      const kept = this.#open.findIndex(({ mark }) => !wanted.some((each) => sameMark(each, mark)))
      if (kept >= 0) this.#close(kept)
      const missing = wanted.filter((mark) => !this.#open.some((open) => sameMark(open.mark, mark)))
      const byReach = missing
        .map((mark) => ({ mark, reach: this.#reach(index, mark) }))
        .sort((a, b) => b.reach - a.reach)
      for (const { mark } of byReach) this.#openMark(index, mark, this.#laterOrigin(index, mark))
      return
    }
    const marks = origin.within.map((copied) => this.#markOf(copied, index))
    let same = 0
    while (same < marks.length && same < this.#open.length && sameMark(this.#open[same]!.mark, marks[same]!)) same++
    this.#close(same)
    for (let depth = same; depth < marks.length; depth++) this.#openMark(index, marks[depth]!, origin.within[depth])
  }

  /** A break carries no marks, but those that go on behind it may stay open. */
  #marksAt(index: number): readonly MarkJson[] {
    const unit = this.#draft.units[index]!
    if (unit.kind !== 'break') return unit.marks
    const after = this.#draft.units[index + 1]?.marks ?? []
    return this.#open.map(({ mark }) => mark).filter((mark) => after.some((each) => sameMark(each, mark)))
  }

  #reach(index: number, mark: MarkJson): number {
    let end = index
    while (this.#has(end, mark)) end++
    return end
  }

  #has(index: number, mark: MarkJson): boolean {
    return this.#draft.units[index]?.marks.some((each) => sameMark(each, mark)) ?? false
  }

  /** Where a mark that opens now goes on into old text, its old delimiters are used. */
  #laterOrigin(index: number, mark: MarkJson): Delimited | undefined {
    for (let at = index; this.#has(at, mark); at++) {
      const origin = this.#origin(at)
      if (origin !== undefined)
        return origin.within[this.#open.length]?.mark === mark.type ? origin.within[this.#open.length] : undefined
    }
    return undefined
  }

  #openMark(index: number, mark: MarkJson, copied: Delimited | undefined): void {
    const isOther = this.#care.other.has(`${index} ${mark.type}`)
    if (copied !== undefined && !isOther) {
      this.#put(this.#copy(copied.open.from, copied.open.to))
      this.#open.push(this.#copied(copied, mark))
      return
    }
    this.#isAtOpening = mark.type !== 'link'
    const { open, close } = this.#delimiters(mark, isOther)
    this.#put({ plain: open, real: open })
    this.#open.push({ mark, close: { plain: close, real: close } })
  }

  #delimiters(mark: MarkJson, isOther: boolean): { open: string; close: string } {
    const { habits, isInCell } = this.#draft
    switch (mark.type) {
      case 'link':
        return spellLink(mark, isInCell)
      case 'bold':
        return paired((habits.strong === '**') === isOther ? '__' : '**')
      case 'italic':
        return paired((habits.emphasis === '*') === isOther ? '_' : '*')
      case 'strike':
        return paired(isOther ? '~' : '~~')
      case 'code':
      case 'raw':
        throw new Error(`${mark.type} is a unit, not a pair of delimiters`)
    }
  }

  #close(depth: number): void {
    while (this.#open.length > depth) this.#put(this.#open.pop()!.close)
  }

  #spell(index: number): Rendered {
    const { habits, isInCell, newLine, units } = this.#draft
    const unit = units[index]!
    const form = this.#care.forms.get(index) ?? 0
    switch (unit.kind) {
      case 'char':
        if (unit.text !== '\n' || this.#isAtOpening || this.#closesBehind(index))
          return one(this.#char(index, unit.text))
        return { plain: '\n', real: newLine }
      case 'break': {
        const isSoft = form === 1 ? habits.isBackslashBreak : !habits.isBackslashBreak
        const before = isSoft && units[index - 1]?.kind !== 'break' ? '  ' : '\\'
        return { plain: `${before}\n`, real: before + newLine }
      }
      case 'code':
        return one(spellCode(unit.text, isInCell))
      case 'raw':
        return { plain: unit.text, real: unit.text.replaceAll('\n', newLine) }
      case 'image':
        return one(spellImage(unit.image!, isInCell))
      case 'address': {
        const spellings = isInCell && unit.text.includes('|') ? [] : addressSpellings(unit.text, habits)
        return one(spellings[form] ?? spellFullAddress(unit.text, unit.href!, isInCell))
      }
    }
  }

  #closesBehind(index: number): boolean {
    const next = this.#draft.units[index + 1]
    if (next === undefined || next.kind === 'break') return false
    return this.#open.some(({ mark }) => mark.type !== 'link' && !next.marks.some((each) => sameMark(each, mark)))
  }

  #char(index: number, char: string): string {
    if ((this.#care.encoded.has(index) && isReferable(char)) || char === '\uFEFF') return encode(char)
    // Marks that overlap are split, perhaps at a blank, beside which no delimiter would take.
    if (/^\s$/.test(char) && (this.#isAtOpening || this.#closesBehind(index))) return encode(char)
    if (this.#care.escaped.has(index) || (char === '|' && this.#draft.isInCell)) return `\\${char}`
    return char
  }
}

/** The ways to write an address before the one that always works. */
function addressSpellings(text: string, habits: Habits): string[] {
  const bare = isBareAddress(text) ? [text] : []
  const angle = isAngleAddress(text) ? [`<${text}>`] : []
  return habits.isAngleAddress ? [...angle, ...bare] : [...bare, ...angle]
}

/** White space stands inside a mark in some sources, and in no document: such a unit is written anew. */
function isPlaced({ unit, within }: SourceUnit): boolean {
  const isMarked = within.every(({ mark }) => unit.marks.some((each) => each.type === mark))
  return unit.kind === 'break' || (isMarked && unit.marks.every(({ type }) => within.some(({ mark }) => mark === type)))
}

function paired(delimiter: string): { open: string; close: string } {
  return { open: delimiter, close: delimiter }
}

function one(text: string): Rendered {
  return { plain: text, real: text }
}
