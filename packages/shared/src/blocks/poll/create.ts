import type { BlockJson, MarkJson, TableRowJson, TextJson } from '../../document/node.ts'
import { written } from '../change/words.ts'
import type { PollStyle } from './style.ts'

/** A poll in this style; counts that are still missing stay blank. */
export function newPoll(
  question: string,
  style: PollStyle,
  counts: readonly (number | null)[] = [],
): readonly BlockJson[] {
  return [newQuestion(question, style), ...newCounts(style, counts)]
}

/** The question with its label. */
export function newQuestion(question: string, style: PollStyle): BlockJson {
  const marks: readonly MarkJson[] = style.mark === null ? [] : [{ type: style.mark }]
  const content: readonly TextJson[] = style.isAllMarked
    ? written(`${style.label}: ${question}`, marks)
    : [...written(style.label, marks), ...written(`: ${question}`)]
  return style.heading === null
    ? { type: 'paragraph', content }
    : { type: 'heading', attrs: { level: style.heading }, content }
}

/** The counts: a table of two rows or of a row for each option, a list, or lines. */
export function newCounts({ form, options }: PollStyle, counts: readonly (number | null)[]): readonly BlockJson[] {
  const spell = (index: number): string => counts[index]?.toString() ?? ''
  switch (form) {
    case 'columns':
      return [{ type: 'table', content: [row(options), row(options.map((_, index) => spell(index)))] }]
    case 'rows':
      return [{ type: 'table', content: options.map((label, index) => row([label, spell(index)])) }]
    case 'list':
      return [
        {
          type: 'bulletList',
          content: options.map((label, index) => ({ type: 'listItem', content: [line(label, spell(index))] })),
        },
      ]
    case 'line':
      return [
        {
          type: 'paragraph',
          content: written(options.map((label, index) => `${label}: ${spell(index)}`.trimEnd()).join('\n')),
        },
      ]
  }
}

function row(cells: readonly string[]): TableRowJson {
  return { type: 'tableRow', content: cells.map((text) => ({ type: 'tableCell', content: written(text) })) }
}

function line(label: string, count: string): BlockJson {
  return { type: 'paragraph', content: written(`${label}: ${count}`.trimEnd()) }
}
