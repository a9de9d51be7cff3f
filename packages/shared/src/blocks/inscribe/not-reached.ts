import type { BlockJson, DocJson, ListItemJson, ListJson } from '../../document/node.ts'
import { oneLine } from '../../document/one-line.ts'
import type { AgendaItemRef } from '../../ledger/index.ts'
import { isNotesTitle, isOtherTitle } from '../agenda/title.ts'
import { itemOf, paragraphOf } from '../attendance/change/nodes.ts'
import type { Change } from '../change/change.ts'
import { written } from '../change/words.ts'
import { bareLines, keyOf } from '../reading/index.ts'
import { understand } from '../understand.ts'
import { endOfMinutes } from './end-of-minutes.ts'
import { refsOf } from './refs-of.ts'

/** What stands over the list where the minutes show no sections of their own: a heading of this level, or with 0 a bold label. */
export interface NotReachedForm {
  readonly level: number
}

/** The heading of the list. */
export const NOT_REACHED = 'Not reached'

/**
 * Lists the agenda items that were not reached at the end of the minutes, below a heading like those of its sections. When it is made
 * again, also for a meeting that went on, there is still one list: what is missing comes, agenda items that were reached since go,
 * and what people have written there stays.
 */
export function notReached(
  document: DocJson,
  items: readonly AgendaItemRef[],
  { level }: NotReachedForm = { level: 2 },
): readonly Change[] {
  const words = items.map(({ text }) => oneLine(text)).filter((text) => text !== '')
  const head = document.content.findLastIndex(isHead)
  if (head < 0) {
    if (words.length === 0) return []
    const nodes = [headOf(levelIn(document) ?? level), listOf(words)]
    return [{ type: 'insert', path: [endOfMinutes(document)], nodes }]
  }
  const list = document.content[head + 1]
  if (list?.type !== 'bulletList' && list?.type !== 'orderedList') {
    return words.length === 0 ? [] : [{ type: 'insert', path: [head + 1], nodes: [listOf(words)] }]
  }
  return renewed(document, head, list, words)
}

function renewed(document: DocJson, head: number, list: ListJson, words: readonly string[]): readonly Change[] {
  const wanted = new Set(words.map(keyOf))
  const planned = new Set(refsOf(understand(document).agendas).map(({ text }) => keyOf(text)))
  const there = list.content.map((item) => keyOf(textOf(item)))
  const gone = there.flatMap((key, index) => (planned.has(key) && !wanted.has(key) ? [index] : []))
  const missing = words.filter((text) => !there.includes(keyOf(text)))
  if (missing.length === 0 && gone.length === list.content.length) {
    return [
      { type: 'remove', path: [head] },
      { type: 'remove', path: [head + 1] },
    ]
  }
  const path = [head + 1]
  return [
    ...(missing.length === 0
      ? []
      : [{ type: 'insert', path: [...path, list.content.length], nodes: missing.map(lineOf) } as const]),
    ...gone.map((index): Change => ({ type: 'remove', path: [...path, index] })),
  ]
}

function isHead(node: BlockJson): boolean {
  if (node.type !== 'heading' && node.type !== 'paragraph') return false
  const lines = bareLines(node)
  return lines.length === 1 && keyOf(lines[0]!.text) === keyOf(NOT_REACHED)
}

/** That of the headings of the sections; 0 where these are labels. Null where nothing shows it. */
function levelIn({ content }: DocJson): number | null {
  const [title, ...headings] = content.filter((node) => node.type === 'heading')
  const sections = headings.filter((node) => {
    const { text } = bareLines(node)[0]!
    return isNotesTitle(text) || isOtherTitle(text) || /^agenda\b/.test(keyOf(text))
  })
  const levels = (sections.length > 0 ? sections : headings).map(({ attrs }) => attrs.level)
  if (levels.length > 0) return levels.reduce((least, each) => Math.min(least, each))
  return title === undefined && content.some((node) => node.type === 'paragraph' && isBoldLabel(node)) ? 0 : null
}

function isBoldLabel({ content = [] }: Extract<BlockJson, { type: 'paragraph' }>): boolean {
  return (
    content.length > 0 &&
    content.every((node) => node.type === 'text' && node.marks?.some(({ type }) => type === 'bold') === true)
  )
}

function headOf(level: number): BlockJson {
  return level === 0
    ? { type: 'paragraph', content: written(NOT_REACHED, [{ type: 'bold' }]) }
    : { type: 'heading', attrs: { level }, content: written(NOT_REACHED) }
}

function listOf(words: readonly string[]): ListJson {
  return { type: 'bulletList', content: words.map(lineOf) }
}

function lineOf(text: string): ListItemJson {
  return itemOf(paragraphOf(written(text)))
}

function textOf({ content: [first] }: ListItemJson): string {
  return first?.type === 'paragraph' ? bareLines(first)[0]!.text : ''
}
