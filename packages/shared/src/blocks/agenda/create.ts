import type { BlockJson, ListItemJson, ListJson } from '../../document/node.ts'
import { itemText, type NewItem } from './change.ts'
import { spellingLike } from './spelling.ts'

/** How a group writes a new agenda. */
export interface AgendaStyle {
  /** What stands over it: a heading, a paragraph with a label, or nothing. */
  readonly head:
    | { readonly form: 'heading'; readonly level: number; readonly text: string }
    | { readonly form: 'label'; readonly text: string; readonly isBold: boolean }
    | null
  readonly isOrdered: boolean
  /** Whether the items nested in others have numbers. */
  readonly isNestedOrdered: boolean
  /** An item as the group writes it, with a timebox and a presenter if it writes them: `Topic (10 minutes, Ann Bell)`. */
  readonly example: string
}

export const PLAIN_AGENDA: AgendaStyle = {
  head: { form: 'heading', level: 2, text: 'Agenda' },
  isOrdered: false,
  isNestedOrdered: false,
  example: 'Topic (10 minutes, Ann Bell)',
}

/** An item of a new agenda with those in it. */
export interface NewTopic extends NewItem {
  readonly items?: readonly NewTopic[]
}

/** A new agenda in a group's style; without topics it has one empty item, which waits for the first. */
export function newAgenda(topics: readonly NewTopic[], style: AgendaStyle = PLAIN_AGENDA): readonly BlockJson[] {
  const entries = topics.length === 0 ? [{ text: '' }] : topics
  const list = listOf(entries, style, style.isOrdered)
  // What nothing announces is known for an agenda by its role alone.
  return style.head === null ? [{ ...list, attrs: { role: 'agenda' } }] : [...headOf(style), list]
}

function headOf({ head }: AgendaStyle): BlockJson[] {
  if (head === null) return []
  switch (head.form) {
    case 'heading':
      return [{ type: 'heading', attrs: { level: head.level }, content: [{ type: 'text', text: head.text }] }]
    case 'label': {
      const marks = head.isBold ? { marks: [{ type: 'bold' as const }] } : {}
      return [{ type: 'paragraph', content: [{ type: 'text', text: head.text, ...marks }] }]
    }
  }
}

function listOf(topics: readonly NewTopic[], style: AgendaStyle, isOrdered: boolean): ListJson {
  const spelling = spellingLike(style.example)
  const content = topics.map(({ items = [], ...topic }): ListItemJson => {
    const text = itemText(topic, spelling)
    const words: BlockJson =
      text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] }
    return {
      type: 'listItem',
      content: items.length === 0 ? [words] : [words, listOf(items, style, style.isNestedOrdered)],
    }
  })
  return { type: isOrdered ? 'orderedList' : 'bulletList', content }
}
