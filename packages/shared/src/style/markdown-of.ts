import type { BlockJson, InlineJson } from '../document/node.ts'
import { oneLine } from '../document/one-line.ts'
import { parse } from '../markdown/index.ts'
import type { Pattern } from './house-style.ts'
import { fill, type Values } from './pattern.ts'

/** The blocks that a pattern stands for once its places are filled; what people have written is no Markdown. */
export function blocksOf(pattern: Pattern, values: Values): readonly BlockJson[] {
  if (pattern === '') return []
  const { content } = parse(fill(pattern, escaped(values)))
  return content.filter((block) => block.type !== 'paragraph' || block.content !== undefined)
}

/** The same within one line, such as that of a heading. */
export function inlineOf(pattern: Pattern, values: Values = {}): readonly InlineJson[] {
  // The letter in front keeps the line from being read as another block.
  const [block] = parse(`x${oneLine(fill(pattern, escaped(values)))}`).content
  const [first, ...rest] = block?.type === 'paragraph' ? (block.content ?? []) : []
  if (first?.type !== 'text') return []
  const text = first.text.slice(1)
  return text === '' ? rest : [{ ...first, text }, ...rest]
}

function escaped(values: Values): Values {
  const plain = (value: string): string => value.replace(/[\\`*_[\]<>&~|]/g, '\\$&')
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value && plain(value)]))
}
