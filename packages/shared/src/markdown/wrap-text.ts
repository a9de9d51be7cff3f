import { lettersOf } from '../document/letters.ts'
import type { InlineJson, MarkJson, TextJson } from '../document/node.ts'
import { hasMark, sameMark } from '../document/normal-inline.ts'
import type { Habits } from './habits.ts'
import { spellImage, spellLink } from './spell.ts'
import { addresses } from './units.ts'

export interface WrapSetting {
  readonly width: number
  /** Where the text begins, and where its further lines do. */
  readonly first: number
  readonly further: number
  /** Lines that stay as they are. */
  readonly known: ReadonlySet<string>
}

/** A blank at which the line may end. */
interface Chance {
  readonly node: number
  readonly at: number
  /** The column behind it. */
  readonly column: number
}

/** What could be taken for the beginning of a block, were it the first word of a line. */
const BLOCK_START = /^(?:[-+*#>=_|~`:<[]|\d+[.)])/

/** The text with each line that is too long broken at the last blank that fits, or where none does, at the first. */
export function wrapLines(content: readonly InlineJson[], setting: WrapSetting, habits: Habits): readonly InlineJson[] {
  const { width, further, known } = setting
  const out = content.map((node) => (node.type === 'text' ? Array.from(node.text) : []))
  const text = content.map(lettersOf)
  const whole = text.join('')
  let column = setting.first
  let chance: Chance | undefined
  let begin = 0
  let at = 0
  let isKnown = isKnownLine(whole, begin, known)
  const endWord = (): void => {
    if (column <= width || chance === undefined || isKnown) return
    out[chance.node]![chance.at] = '\n'
    column = further + column - chance.column
    chance = undefined
  }
  const endLine = (): void => {
    endWord()
    column = further
    chance = undefined
    begin = at + 1
    isKnown = isKnownLine(whole, begin, known)
  }
  content.forEach((node, index) => {
    column += delimitersBetween(content[index - 1], node, habits)
    if (node.type === 'image') column += spellImage(node.attrs, false).length
    Array.from(text[index]!).forEach((char, place) => {
      if (char === '\n') endLine()
      else {
        if (char === ' ' && mayEndAt(node, whole, at)) {
          endWord()
          chance = { node: index, at: place, column: column + 1 }
        }
        if (node.type === 'text') column++
      }
      at += char.length
    })
  })
  column += delimitersBetween(content.at(-1), undefined, habits)
  endWord()
  return content.map((node, index) => (node.type === 'text' ? { ...node, text: out[index]!.join('') } : node))
}

function isKnownLine(whole: string, from: number, known: ReadonlySet<string>): boolean {
  if (known.size === 0) return false
  const end = whole.indexOf('\n', from)
  return known.has(whole.slice(from, end < 0 ? undefined : end))
}

/** Whether this blank could be a line end: in plain text, and with nothing behind it that would begin a block there. */
function mayEndAt(node: InlineJson, whole: string, at: number): boolean {
  if (hasMark(node, 'code') || hasMark(node, 'raw')) return false
  const next = whole[at + 1] ?? ' '
  if (/\s|\uFFFC/.test(next) || BLOCK_START.test(whole.slice(at + 1, at + 12))) return false
  // A backslash there would make a hard break of it, and two blanks too.
  return at > 0 && !/[\s\\]/.test(whole[at - 1]!)
}

/** The columns that closing the marks of one node and opening those of the next take. */
function delimitersBetween(left: InlineJson | undefined, right: InlineJson | undefined, habits: Habits): number {
  const before = marksOf(left)
  const after = marksOf(right)
  const closed = before.filter((mark) => !after.some((each) => sameMark(each, mark)))
  const opened = after.filter((mark) => !before.some((each) => sameMark(each, mark)))
  const width = (marks: readonly MarkJson[], node: InlineJson | undefined, end: 'open' | 'close'): number =>
    marks.reduce((sum, mark) => sum + widthOf(mark, node as TextJson, end, habits), 0)
  return width(closed, left, 'close') + width(opened, right, 'open')
}

function marksOf(node: InlineJson | undefined): readonly MarkJson[] {
  return node?.type === 'text' ? (node.marks ?? []) : []
}

function widthOf(mark: MarkJson, { text }: TextJson, end: 'open' | 'close', { isAngleAddress }: Habits): number {
  switch (mark.type) {
    case 'link':
      return addresses(text, mark) ? Number(isAngleAddress) : spellLink(mark, false)[end].length
    case 'bold':
    case 'strike':
      return 2
    case 'italic':
    case 'code':
      return 1
    case 'raw':
      return 0
  }
}
