import type { Nodes, PhrasingContent } from 'mdast'

import type { InlineJson, MarkJson } from '../document/node.ts'
import { decode } from './character-reference.ts'
import { isRawLink } from './parse-inline.ts'
import type { Source } from './source.ts'
import { endOf, offsetOf } from './source.ts'
import type { Unit } from './units.ts'
import { addresses, unitsOf } from './units.ts'

/** One bold, italic, strike or link as it stands in a source: where it is opened and closed. */
export interface Delimited {
  readonly tree: Nodes
  readonly mark: MarkJson['type']
  readonly open: Place
  readonly close: Place
}

export interface Place {
  readonly from: number
  readonly to: number
}

/** A unit of old text with its place. `within`: what is open around it in the source, outermost first. */
export interface SourceUnit extends Place {
  readonly unit: Unit
  readonly within: readonly Delimited[]
}

/**
 * The units of a text block that was read from a source, each with its place there; undefined when a unit's place cannot be
 * told, as behind an unusual escape. `content` is the block's, in normal form.
 */
export function sourceUnits(
  content: readonly InlineJson[],
  children: readonly PhrasingContent[],
  source: Source,
): readonly SourceUnit[] | undefined {
  const pieces: Piece[] = []
  if (!new Walker(source, pieces).walk(children, [])) return undefined
  const out: SourceUnit[] = []
  let at = 0
  for (const unit of unitsOf(content)) {
    while (pieces[at] !== undefined && !fits(pieces[at]!, unit)) {
      if (!isWhite(pieces[at]!)) return undefined
      at++
    }
    const piece = pieces[at++]
    if (piece === undefined) return undefined
    out.push({ unit, from: piece.from, to: piece.to, within: piece.within })
  }
  return out
}

interface Piece extends Place {
  readonly kind: Unit['kind']
  readonly text: string
  readonly within: readonly Delimited[]
}

/** The normal form drops white space and turns line ends into blanks; all else it leaves. */
function fits(piece: Piece, unit: Unit): boolean {
  if (piece.kind !== unit.kind) return false
  if (piece.kind !== 'char') return piece.kind === 'break' || piece.kind === 'image' || isAlike(piece.text, unit.text)
  return piece.text === unit.text || (/^[ \n]$/.test(unit.text) && /^[ \t\n]$/.test(piece.text))
}

function isAlike(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/g, ' ') === b.replace(/\s+/g, ' ')
}

function isWhite(piece: Piece): boolean {
  return piece.kind === 'break' || (piece.kind === 'char' && /^\s$/.test(piece.text))
}

class Walker {
  readonly #source: Source
  readonly #pieces: Piece[]

  constructor(source: Source, pieces: Piece[]) {
    this.#source = source
    this.#pieces = pieces
  }

  walk(children: readonly PhrasingContent[], within: readonly Delimited[]): boolean {
    return children.every((node) => this.#node(node, within))
  }

  #node(node: PhrasingContent, within: readonly Delimited[]): boolean {
    switch (node.type) {
      case 'text':
        return this.#text(node.value, offsetOf(node), endOf(node), within)
      case 'inlineCode':
        return this.#whole('code', node.value.replace(/\r\n?|\n/g, ' '), node, within)
      case 'break':
        this.#pieces.push({
          kind: 'break',
          text: '\n',
          from: offsetOf(node),
          to: this.#source.skipPrefix(endOf(node)),
          within,
        })
        return true
      case 'emphasis':
        return this.#delimited(node, 'italic', within)
      case 'strong':
        return this.#delimited(node, 'bold', within)
      case 'delete':
        return this.#delimited(node, 'strike', within)
      case 'image':
        return within.length === 0 ? this.#whole('image', '', node, within) : this.#raw(node, within)
      case 'link':
        if (isRawLink(node)) return this.#raw(node, within)
        if (isOnlyAddress(node))
          return this.#whole('address', node.children[0]?.type === 'text' ? node.children[0].value : '', node, within)
        return this.#delimited(node, 'link', within)
      case 'linkReference':
        return isRawLink(node) ? this.#raw(node, within) : this.#delimited(node, 'link', within)
      case 'html':
      case 'footnoteReference':
      case 'imageReference':
        return this.#raw(node, within)
    }
  }

  #delimited(
    node: Extract<PhrasingContent, { children: PhrasingContent[] }>,
    mark: MarkJson['type'],
    within: readonly Delimited[],
  ): boolean {
    const [first] = node.children
    const last = node.children.at(-1)
    if (first === undefined || last === undefined) return false
    const open = { from: offsetOf(node), to: offsetOf(first) }
    const close = { from: endOf(last), to: endOf(node) }
    return this.walk(node.children, [...within, { tree: node, mark, open, close }])
  }

  #raw(node: Nodes, within: readonly Delimited[]): boolean {
    const text = this.#source.plain(offsetOf(node), endOf(node)).replace(/[ \t]*\n[ \t\n]*/g, '\n')
    const last = this.#pieces.at(-1)
    // Raw source that touches raw source is one unit in the document.
    if (last?.kind === 'raw' && last.to === offsetOf(node) && last.within.at(-1) === within.at(-1)) {
      this.#pieces[this.#pieces.length - 1] = { ...last, text: last.text + text, to: endOf(node) }
      return true
    }
    return this.#whole('raw', text, node, within)
  }

  #whole(kind: Unit['kind'], text: string, node: Nodes, within: readonly Delimited[]): boolean {
    this.#pieces.push({ kind, text, from: offsetOf(node), to: endOf(node), within })
    return true
  }

  /** Every character of the value with its place: escapes, character references and line ends stand for one. */
  #text(value: string, from: number, to: number, within: readonly Delimited[]): boolean {
    const { text } = this.#source
    let at = from
    const chars = value.replace(/\r\n?/g, '\n')
    for (let index = 0; index < chars.length;) {
      const char = String.fromCodePoint(chars.codePointAt(index)!)
      const end = char === '\n' ? this.#lineEnd(at) : text.startsWith(char, at) ? at + char.length : undefined
      const escaped = text[at] === '\\' && text.startsWith(char, at + 1) && /^[!-/:-@[-`{-~]$/.test(char)
      const reference = text[at] === '&' ? decode(text, at) : undefined
      if (escaped) {
        this.#pieces.push({ kind: 'char', text: char, from: at, to: at + 2, within })
        at += 2
        index += char.length
      } else if (reference !== undefined && chars.startsWith(reference.value, index)) {
        const [first = '', ...rest] = Array.from(reference.value)
        this.#pieces.push({ kind: 'char', text: first, from: at, to: reference.to, within })
        for (const more of rest)
          this.#pieces.push({ kind: 'char', text: more, from: reference.to, to: reference.to, within })
        at = reference.to
        index += reference.value.length
      } else if (end !== undefined) {
        this.#pieces.push({ kind: 'char', text: char, from: at, to: end, within })
        at = end
        index += char.length
      } else return false
    }
    return at <= to || /^[ \t]*$/.test(text.slice(to, at))
  }

  /** The end of a line end with the blanks before it and the prefix of the next line. */
  #lineEnd(at: number): number | undefined {
    const found = /^[ \t]*(?:\r\n?|\n)/.exec(this.#source.text.slice(at, at + 200))
    return found === null ? undefined : this.#source.skipPrefix(at + found[0].length)
  }
}

function isOnlyAddress(node: Extract<PhrasingContent, { type: 'link' }>): boolean {
  const [only, ...more] = node.children
  if (only?.type !== 'text' || more.length > 0) return false
  return addresses(only.value, { type: 'link', attrs: { href: node.url, title: node.title ?? null } })
}
