import type { InlineJson } from '../document/node.ts'
import type { Definitions } from './definitions.ts'
import { identifierOf } from './definitions.ts'
import { readText } from './parse.ts'

/** Where a piece of inline source stands, as far as that changes what it means. */
export type Frame = 'paragraph' | 'item' | 'task' | 'heading' | 'cell'

/**
 * What inline source means by itself in such a place, in normal form; undefined when it is more or other than one text block.
 * The source has no container prefixes; the definitions are those of the document it belongs to.
 */
export function readFramed(source: string, frame: Frame, definitions: Definitions): readonly InlineJson[] | undefined {
  const [block, ...rest] = readText(`${framed(source, frame)}${definitionsFor(source, definitions)}`).document.content
  const isAlone = rest.every((other) => other.type === 'rawBlock' && other.attrs.kind !== 'html')
  if (!isAlone || block === undefined) return undefined
  switch (frame) {
    case 'paragraph':
      return block.type === 'paragraph' ? (block.content ?? []) : undefined
    case 'heading':
      return block.type === 'heading' ? (block.content ?? []) : undefined
    case 'item':
    case 'task': {
      const item = block.type === 'bulletList' && block.content.length === 1 ? block.content[0] : undefined
      if (item === undefined || (item.attrs?.checked === undefined) !== (frame === 'item')) return undefined
      const [paragraph, ...more] = item.content
      return paragraph?.type === 'paragraph' && more.length === 0 ? (paragraph.content ?? []) : undefined
    }
    case 'cell': {
      const row = block.type === 'table' && block.content.length === 1 ? block.content[0] : undefined
      return row?.content?.length === 1 ? (row.content[0]?.content ?? []) : undefined
    }
  }
}

function framed(source: string, frame: Frame): string {
  switch (frame) {
    case 'paragraph':
      return source
    case 'heading':
      return `# ${source}`
    case 'item':
      return `- ${source.replaceAll('\n', '\n  ')}`
    case 'task':
      return `- [ ] ${source.replaceAll('\n', '\n  ')}`
    case 'cell':
      return `| ${source} |\n| - |`
  }
}

/** The definitions that this source could refer to, written so that they can follow it. */
function definitionsFor(source: string, definitions: Definitions): string {
  if (definitions.size === 0 || !source.includes('[')) return ''
  const labels = new Set<string>()
  for (const [, label = ''] of source.matchAll(/\[((?:[^\\[\]]|\\[\s\S])*)\]/g)) {
    const identifier = identifierOf(label)
    if (definitions.has(identifier)) labels.add(identifier)
  }
  return [...labels].map((identifier) => `\n\n${definitionSource(identifier, definitions)}`).join('')
}

function definitionSource(identifier: string, definitions: Definitions): string {
  const { label = '', href = '', title = null } = definitions.get(identifier) ?? {}
  if (label.startsWith('^')) return `[${label}]: .`
  const escaped = href.replace(/[\\<>&]/g, (char) => `&#${char.charCodeAt(0)};`).replaceAll('\n', '&#10;')
  return `[${label}]: <${escaped}>${title === null ? '' : ` "${title.replace(/[\\"&]/g, (char) => `&#${char.charCodeAt(0)};`)}"`}`
}
