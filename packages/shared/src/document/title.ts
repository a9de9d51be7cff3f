import type { BlockJson, DocJson, InlineJson } from './node.ts'
import { isMatter, plainText } from './normal.ts'
import { oneLine } from './one-line.ts'

/** What the minutes call themselves: `title` in the front matter, else the first heading; undefined when neither says. */
export function titleOf(document: DocJson): string | undefined {
  return matterTitle(document) ?? firstHeading(document.content)
}

function matterTitle(document: DocJson): string | undefined {
  const source = plainText(document.content.find(isMatter)?.content)
  const value = /^title[ \t]*:[ \t]*(.+)$/m.exec(source)?.[1]?.trim()
  if (value === undefined || /^[|>]/.test(value)) return undefined
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(value)
  if (quoted) return (quoted[1]?.replace(/\\(.)/g, '$1') ?? quoted[2]?.replaceAll("''", "'"))?.trim() || undefined
  return value.replace(/[ \t]#.*$/, '').trim() || undefined
}

function firstHeading(blocks: readonly BlockJson[]): string | undefined {
  for (const block of blocks) {
    if (block.type !== 'heading') continue
    const text = wordsOf(block.content ?? [])
    if (text !== '') return text
  }
  return undefined
}

function wordsOf(content: readonly InlineJson[]): string {
  const words = content.map((node) => {
    if (node.type === 'text') return node.marks?.some((mark) => mark.type === 'raw') ? '' : node.text
    return node.type === 'image' ? (node.attrs.alt ?? '') : ' '
  })
  return oneLine(words.join(''))
}
