import { isLinked, isMarked, type Line, remembered } from '../reading/index.ts'
import type { TurnStyle } from './speaker.ts'

/** Names at the beginning of a line, by the letters alone: whether they are people is asked of the attendance. */
export interface Prefix {
  /** Places in the line's text. Several where people say the same: `AB, CD: …`. */
  readonly names: readonly Part[]
  /** Of all of it, brackets and colon included, without the blanks around it. */
  readonly from: number
  readonly to: number
  readonly style: TurnStyle
}

interface Part {
  readonly text: string
  readonly from: number
  readonly to: number
}

type Frame = TurnStyle['frame']

const WORD = String.raw`\p{Lu}[\p{L}\p{M}\p{N}'’.\-]*`
const PARTICLE = String.raw`(?:de|del|della|den|der|di|da|do|dos|du|el|la|le|van|von|zu|bin|ibn|al|y)`
const HANDLE = String.raw`@?[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.\-]*`
const NAME = String.raw`(?:${WORD}(?:[ \u00A0](?:${PARTICLE}[ \u00A0]){0,2}${WORD}){0,3}|${HANDLE})`
const BETWEEN = String.raw`(?:\s*[,/&+]\s*|\s+(?:and|und|et|y)\s+)`
const NAMES = String.raw`(?<names>${NAME}(?:${BETWEEN}${NAME}){0,5})`
/** `(Acme)`, `[remote]`, `(via chat)` between the name and its colon. */
const ASIDE = String.raw`(?:\s*(?:\([^()\n]{1,40}\)|\[[^[\]\n]{1,40}\]))?`

const NAMED = /^\s*\[name=(?<names>[^\]\n]{1,40})\]:?/u
const ANGLE = /^\s*<(?<names>[\p{L}_][\p{L}\p{N}_\-.|]{1,23})>(?=\s)/u
const BRACKETS = new RegExp(String.raw`^\s*\[${NAMES}\](?:\s*[:–—\-](?=\s))?`, 'u')
const COLON = new RegExp(String.raw`^\s*${NAMES}${ASIDE}\s*[:：](?!\/\/)`, 'u')
/** No name is longer; so no line is looked at further. */
const REACH = 90

const HTML =
  /^(?:a|abbr|b|big|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|video)$/i

/** The names that a line begins with, before a colon or in brackets; null where it begins otherwise. */
export const prefixOf = remembered((line: Line): Prefix | null => {
  const head = line.text.slice(0, REACH)
  const first = head.trimStart()[0] ?? ''
  switch (first) {
    case '[':
      return framed(line, 'name=', NAMED.exec(head)) ?? framed(line, 'brackets', BRACKETS.exec(head))
    case '<':
      return framed(line, 'angle', ANGLE.exec(head))
    default:
      return /[:：]/.test(head) && /[@\p{L}\p{N}_]/u.test(first) ? framed(line, 'colon', COLON.exec(head)) : null
  }
})

function framed(line: Line, frame: Frame, match: RegExpExecArray | null): Prefix | null {
  const written = match?.groups?.['names']
  if (match === null || written === undefined) return null
  const from = match[0].indexOf(written)
  const to = from + written.length
  if (frame === 'angle' && HTML.test(written)) return null
  if (frame === 'brackets' && isInLink(line, from, to)) return null
  const names =
    frame === 'brackets' || frame === 'colon' ? partsOf(written, from) : [{ text: written.trim(), from, to }]
  return {
    names,
    from: match[0].search(/\S/),
    to: match[0].length,
    style: styleOf(line, frame, { from, to }, match[0]),
  }
}

function partsOf(written: string, from: number): Part[] {
  let at = from
  const parts = written.split(new RegExp(`(${BETWEEN})`, 'u')).map((text) => {
    const part = { text, from: at, to: at + text.length }
    at = part.to
    return part
  })
  return parts.filter((_, index) => index % 2 === 0)
}

function isInLink(line: Line, from: number, to: number): boolean {
  const within = line.pieces.filter((piece) => piece.from < to && piece.to > from)
  return within.some(isLinked)
}

function styleOf(line: Line, frame: Frame, { from, to }: { from: number; to: number }, all: string): TurnStyle {
  const mark = isMarked(line, 'bold', from, to) ? 'bold' : isMarked(line, 'italic', from, to) ? 'italic' : null
  const last = line.pieces.find((piece) => piece.from < all.length && piece.to >= all.length)
  return {
    frame,
    mark,
    isColonMarked: mark !== null && (last?.marks.some(({ type }) => type === mark) ?? false),
    gap: /^\s*/.exec(line.text.slice(all.length))?.[0] ?? '',
  }
}
