import type { RawBlockJson } from '../../document/node.ts'
import { remembered } from './remembered.ts'

/** A piece of HTML that holds text: a heading, an item, a paragraph, by places in its source. */
export interface Element {
  readonly tag: string
  readonly from: number
  readonly to: number
  /** As long as its source, with blanks where tags stand. */
  readonly text: string
}

const HOLDS_TEXT = /^(?:h[1-6]|p|li|dt|dd|summary)$/
const TAG = /<(?<close>\/?)(?<name>[a-z][a-z0-9]*)\b[^<>]*>|<!--[\s\S]*?(?:-->|$)/giu

export function sourceOf(node: RawBlockJson): string {
  return (node.content ?? []).map(({ text }) => text).join('')
}

/** What a block of HTML says, from top to bottom; an element in which others of these stand ends where they begin. */
export const elementsIn = remembered((node: RawBlockJson): readonly Element[] => read(sourceOf(node)))

function read(source: string): readonly Element[] {
  const elements: Element[] = []
  let open: { readonly tag: string; readonly from: number } | null = null
  const end = (to: number): void => {
    if (open === null) return
    const text = source.slice(open.from, to).replace(TAG, (tag) => (/^<br\b/i.test(tag) ? ';' : ' ').padEnd(tag.length))
    if (text.trim() !== '') elements.push({ tag: open.tag, from: open.from, to, text })
    open = null
  }
  for (const { 0: tag, index, groups } of source.matchAll(TAG)) {
    const name = groups?.['name']?.toLowerCase() ?? ''
    const isStructure = HOLDS_TEXT.test(name) || /^(?:ul|ol|dl|table|div|details|hr|tr|td|th)$/.test(name)
    if (!isStructure) continue
    end(index)
    if (groups?.['close'] === '' && HOLDS_TEXT.test(name)) open = { tag: name, from: index + tag.length }
  }
  end(source.length)
  return elements
}
