import type { MarkName } from '@plenary/shared/document'
import type { Command } from '@tiptap/pm/state'

import {
  insertHardBreak,
  insertRaw,
  insertRule,
  setParagraph,
  toggleCodeBlock,
  toggleHeading,
  toggleQuote,
} from '../commands/block.ts'
import { toggleList } from '../commands/list.ts'
import { toggleMark } from '../commands/mark.ts'
import { insertTable } from '../commands/table.ts'
import type { Context, ListKind } from '../context.ts'
import { openPopover } from '../popover.ts'
import type { Format, FormatId } from './format.ts'

const LEVELS = [1, 2, 3, 4, 5, 6] as const

/** A table cell holds one line of text; no other block can stand in it. */
const isBlockPlace = (context: Context) => !context.inTable
const isTextPlace = (context: Context) => !context.inSource
const never = () => false

/** Every format, in the order of the slash menu. */
export const formats: readonly Format[] = [
  block(
    'paragraph',
    'Text',
    'Mod-Alt-0',
    null,
    'paragraph plain normal',
    setParagraph,
    (context) => context.block === 'paragraph',
  ),
  ...LEVELS.map((level) =>
    block(
      `heading-${level}`,
      `Heading ${level}`,
      `Mod-Alt-${level}`,
      `${'#'.repeat(level)} `,
      `title section h${level}`,
      toggleHeading(level),
      (context) => context.level === level,
    ),
  ),
  list('bullet-list', 'bullet', 'Bulleted list', 'Mod-Shift-8', '- ', 'unordered points ul'),
  list('ordered-list', 'ordered', 'Numbered list', 'Mod-Shift-7', '1. ', 'ordered ol'),
  list('task-list', 'task', 'Task list', 'Mod-Shift-9', '[ ] ', 'todo check box checklist'),
  insert(
    'table',
    'Table',
    'Mod-Alt-9',
    '| a | b | Enter',
    'grid rows columns',
    insertTable(),
    (context) => context.inTable,
  ),
  block('quote', 'Quote', 'Mod-Alt-7', '> ', 'blockquote citation', toggleQuote, (context) => context.inQuote),
  block(
    'code-block',
    'Code block',
    'Mod-Alt-8',
    '``` ',
    'source fence pre',
    toggleCodeBlock,
    (context) => context.block === 'codeBlock',
  ),
  insert('rule', 'Dividing line', 'Mod-Alt-r', '---', 'horizontal rule hr separator', insertRule),
  mark('bold', 'bold', 'Bold', 'Mod-b', '**text**', 'strong'),
  mark('italic', 'italic', 'Italic', 'Mod-i', '*text*', 'emphasis'),
  mark('strike', 'strike', 'Strikethrough', 'Alt-Shift-5', '~~text~~', 'delete crossed out'),
  mark('code', 'code', 'Code', 'Mod-e', '`text`', 'inline monospace'),
  {
    id: 'link',
    title: 'Link',
    key: 'Mod-Alt-k',
    typed: '[text](address)',
    words: 'url href web',
    isActive: ({ marks }) => marks.includes('link'),
    isAllowed: isTextPlace,
    run: openPopover('link'),
  },
  {
    id: 'image',
    title: 'Image',
    key: 'Mod-Alt-g',
    typed: '![text](address)',
    words: 'picture photo screenshot',
    isActive: never,
    isAllowed: isTextPlace,
    run: openPopover('image'),
  },
  {
    id: 'hard-break',
    title: 'Line break',
    key: 'Shift-Enter',
    typed: '\\ Enter',
    words: 'newline br',
    isActive: never,
    isAllowed: (context) => !context.inTable && !context.inSource,
    run: insertHardBreak,
  },
  insert(
    'html',
    'HTML',
    null,
    '<tag>',
    'raw source comment details',
    insertRaw('html'),
    (context) => context.block === 'rawBlock',
  ),
  insert('front-matter', 'Front matter', null, null, 'yaml metadata', insertRaw('yaml')),
]

/** The format of that id. */
export function formatOf(id: FormatId): Format {
  const format = formats.find((one) => one.id === id)
  if (!format) throw new Error(`there is no format ${id}`)
  return format
}

function block(
  id: FormatId,
  title: string,
  key: string | null,
  typed: string | null,
  words: string,
  run: Command,
  isActive: Format['isActive'],
): Format {
  return { id, title, key, typed, words, run, isActive, isAllowed: isBlockPlace }
}

function list(id: FormatId, kind: ListKind, title: string, key: string, typed: string, words: string): Format {
  return block(id, title, key, typed, words, toggleList(kind), (context) => context.list === kind)
}

function insert(
  id: FormatId,
  title: string,
  key: string | null,
  typed: string | null,
  words: string,
  run: Command,
  isActive: Format['isActive'] = never,
): Format {
  return block(id, title, key, typed, words, run, isActive)
}

function mark(id: FormatId, name: MarkName, title: string, key: string, typed: string, words: string): Format {
  return {
    id,
    title,
    key,
    typed,
    words,
    run: toggleMark(name),
    isActive: ({ marks }) => marks.includes(name),
    isAllowed: isTextPlace,
  }
}
