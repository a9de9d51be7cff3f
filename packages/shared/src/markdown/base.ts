import { Keys } from '../document/keys.ts'
import type { BlockJson, DocJson, InlineJson } from '../document/node.ts'
import type { Habits } from './habits.ts'
import { habitsOf, PLAIN_HABITS } from './habits.ts'
import type { Reading } from './parse.ts'
import { readText } from './parse.ts'
import type { KnownRaw, RawMeaning } from './settle.ts'
import { rawMeaning, rawName } from './settle.ts'
import type { Source } from './source.ts'

/**
 * A text that documents are printed as patches of, read once. Make it with `readBase` and keep it as long as the text is the
 * base; nothing in it ever changes.
 */
export interface Base {
  readonly text: string
  readonly document: DocJson
  readonly source: Source
  readonly keys: Keys
  readonly known: KnownRaw
  readonly habits: Habits
}

export function readBase(text: string): Base {
  const reading = readText(text)
  const keys = new Keys()
  keys.of(reading.document)
  return {
    text,
    document: reading.document,
    source: reading.source,
    keys,
    known: knownRaw(reading),
    habits: habitsOf(reading.source.text),
  }
}

/** No base at all: everything is written anew, in plain habits. */
export function emptyBase(): Base {
  return { ...readBase(''), habits: PLAIN_HABITS }
}

/** Raw source of a text means what it meant there, so it need not be read again. */
function knownRaw({ document }: Reading): KnownRaw {
  const blocks = new Map<string, RawMeaning>()
  const inline = new Set<string>()
  const look = (block: BlockJson): void => {
    switch (block.type) {
      case 'rawBlock':
        // Only definitions say more than their text.
        if (block.attrs.kind === 'yaml' || block.attrs.kind === 'html') {
          blocks.set(rawName(block), { blocks: [block], definitions: new Map() })
        } else blocks.set(rawName(block), rawMeaning(block))
        break
      case 'paragraph':
      case 'heading':
        lookInline(block.content ?? [])
        break
      case 'blockquote':
        block.content.forEach(look)
        break
      case 'bulletList':
      case 'orderedList':
        for (const item of block.content) item.content.forEach(look)
        break
      case 'table':
        for (const row of block.content) for (const cell of row.content ?? []) lookInline(cell.content ?? [])
        break
      case 'codeBlock':
      case 'horizontalRule':
        break
    }
  }
  const lookInline = (content: readonly InlineJson[]): void => {
    for (const node of content) {
      if (node.type !== 'text' || !node.marks?.some((mark) => mark.type === 'raw')) continue
      // HTML means the same under any definitions; references do not.
      if (node.text.startsWith('<') && !node.text.includes('[')) inline.add(node.text)
    }
  }
  document.content.forEach(look)
  return { blocks, inline }
}
