import { markKey } from '../document/keys.ts'
import type { InlineJson, MarkJson, TextJson } from '../document/node.ts'
import { sameMark } from '../document/normal-inline.ts'

/**
 * Inline content as a row of units: characters, and what is only ever written as a whole. A unit knows the marks around it, so
 * that a text and its source can be compared and written unit by unit.
 */
export interface Unit {
  readonly kind: 'char' | 'code' | 'raw' | 'address' | 'break' | 'image'
  /** The character, the code, the raw source, or the words of a link that are its address. */
  readonly text: string
  /** Those that nest around it: link, bold, italic, strike; an address is its own link. */
  readonly marks: readonly MarkJson[]
  readonly href?: string
  /** Equal for equal units. */
  readonly key: string
  readonly image?: { readonly src: string; readonly alt?: string; readonly title?: string | null }
}

/** The units of inline content in normal form. */
export function unitsOf(content: readonly InlineJson[]): Unit[] {
  return content.flatMap((node, index): Unit | Unit[] => {
    switch (node.type) {
      case 'hardBreak':
        return { kind: 'break', text: '\n', marks: [], key: 'break' }
      case 'image':
        return imageUnit(node.attrs)
      case 'text': {
        const isOwnAddress = isAddress(node, content[index - 1], content[index + 1])
        return isOwnAddress ? addressUnit(node.text, node.marks ?? []) : textUnits(node)
      }
    }
  })
}

function textUnits(node: TextJson): Unit[] {
  const marks = node.marks ?? []
  const nesting = marks.filter((mark) => mark.type !== 'code' && mark.type !== 'raw')
  if (nesting.length < marks.length) {
    const kind = marks.some((mark) => mark.type === 'code') ? 'code' : 'raw'
    return [unitOf(kind, node.text, nesting)]
  }
  const suffix = keySuffix(nesting)
  return Array.from(node.text, (char) => ({ kind: 'char', text: char, marks: nesting, key: char + suffix }))
}

function unitOf(kind: Unit['kind'], text: string, marks: readonly MarkJson[]): Unit {
  const name = kind === 'char' ? '' : `${kind} `
  return { kind, text, marks, key: `${name}${text}${keySuffix(marks)}` }
}

function imageUnit(image: { src: string; alt?: string; title?: string | null }): Unit {
  return {
    kind: 'image',
    text: '',
    marks: [],
    key: `image ${JSON.stringify([image.src, image.alt ?? '', image.title ?? null])}`,
    image,
  }
}

function addressUnit(text: string, marks: readonly MarkJson[]): Unit {
  const others = marks.filter((mark) => mark.type !== 'link')
  const { href } = linkOf(marks)!.attrs
  return { ...unitOf('address', text, others), href, key: `address ${text}${keySuffix(marks)}` }
}

function keySuffix(marks: readonly MarkJson[]): string {
  return marks.length === 0 ? '' : `\n${markKey(marks)}`
}

export function linkOf(marks: readonly MarkJson[]): Extract<MarkJson, { type: 'link' }> | undefined {
  return marks.find((mark) => mark.type === 'link')
}

/** A link that shows its own address, and could be written as nothing but that. */
function isAddress(node: TextJson, before: InlineJson | undefined, after: InlineJson | undefined): boolean {
  const marks = node.marks ?? []
  const link = linkOf(marks)
  if (link === undefined || !addresses(node.text, link)) return false
  if (marks.some((mark) => mark.type === 'code' || mark.type === 'raw')) return false
  return !isIn(before, link) && !isIn(after, link)
}

function isIn(node: InlineJson | undefined, link: MarkJson): boolean {
  return node?.type === 'text' && (node.marks ?? []).some((mark) => sameMark(mark, link))
}

/** Whether these words are an inline link's own address, as in `<https://example.org>`. */
export function addresses(text: string, link: Extract<MarkJson, { type: 'link' }>): boolean {
  const { href, title, reference } = link.attrs
  if ((title ?? null) !== null || (reference ?? null) !== null) return false
  if (text === href) return /^[a-z][a-z0-9+.-]{1,31}:[^\s<>]+$/i.test(text)
  if (href === `mailto:${text}`) return /^[^\s<>@:]+@[^\s<>@]+$/.test(text)
  return href === `http://${text}` && /^www\.[^\s<>]+$/i.test(text)
}
