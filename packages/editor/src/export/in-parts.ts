import type { BlockJson, DocJson } from '@plenary/shared/document'
import { printWrapped } from '@plenary/shared/markdown'

/** Any node as Yjs holds it, perhaps of a kind that this version does not know. */
interface Part {
  readonly text?: string
  readonly content?: readonly Part[]
}

/**
 * The minutes where they cannot be printed as one file, because they hold something unknown here: each block for itself,
 * and of one that cannot be printed its words.
 */
export function printInParts({ content }: DocJson): string {
  return content
    .map((block) => printAlone(block) ?? `${wordsOf(block as Part)}\n`)
    .filter((text) => text.trim() !== '')
    .join('\n')
}

function printAlone(block: BlockJson): string | undefined {
  try {
    return printWrapped({ type: 'doc', content: [block] }, {}).text
  } catch {
    // Which block it was does not matter: its words are taken instead.
    return undefined
  }
}

function wordsOf({ text, content = [] }: Part): string {
  const isLine = content.some((part) => part.text !== undefined)
  return text ?? content.map(wordsOf).join(isLine ? '' : '\n')
}
