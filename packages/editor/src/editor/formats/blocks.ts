import { insertRaw, insertRule, setParagraph, toggleCodeBlock, toggleHeading, toggleQuote } from '../commands/block.ts'
import { toggleList } from '../commands/list.ts'
import { insertTable } from '../commands/table.ts'
import type { Format } from './format.ts'

/** A table cell holds one line of text; no other block can stand in it. */
const BLOCK: Pick<Format, 'isActive' | 'isAllowed'> = {
  isActive: () => false,
  isAllowed: ({ inTable }) => !inTable,
}

const paragraph: Format = {
  ...BLOCK,
  id: 'paragraph',
  title: 'Text',
  key: 'Mod-Alt-0',
  typed: null,
  words: 'paragraph plain normal',
  isActive: ({ block }) => block === 'paragraph',
  run: setParagraph,
}

const heading = (level: 1 | 2 | 3 | 4 | 5 | 6): Format => ({
  ...BLOCK,
  id: `heading-${level}`,
  title: `Heading ${level}`,
  key: `Mod-Alt-${level}`,
  typed: `${'#'.repeat(level)} `,
  words: `title section h${level}`,
  isActive: (context) => context.level === level,
  run: toggleHeading(level),
})

const bulletList: Format = {
  ...BLOCK,
  id: 'bullet-list',
  title: 'Bulleted list',
  key: 'Mod-Shift-8',
  typed: '- ',
  words: 'unordered points ul',
  isActive: ({ list }) => list === 'bullet',
  run: toggleList('bullet'),
}

const orderedList: Format = {
  ...BLOCK,
  id: 'ordered-list',
  title: 'Numbered list',
  key: 'Mod-Shift-7',
  typed: '1. ',
  words: 'ordered ol',
  isActive: ({ list }) => list === 'ordered',
  run: toggleList('ordered'),
}

const taskList: Format = {
  ...BLOCK,
  id: 'task-list',
  title: 'Task list',
  key: 'Mod-Shift-9',
  typed: '[ ] ',
  words: 'todo check box checklist',
  isActive: ({ list }) => list === 'task',
  run: toggleList('task'),
}

const table: Format = {
  ...BLOCK,
  id: 'table',
  title: 'Table',
  key: 'Mod-Alt-9',
  typed: '| a | b | Enter',
  words: 'grid rows columns',
  isActive: ({ inTable }) => inTable,
  run: insertTable(),
}

const quote: Format = {
  ...BLOCK,
  id: 'quote',
  title: 'Quote',
  key: 'Mod-Alt-7',
  typed: '> ',
  words: 'blockquote citation',
  isActive: ({ inQuote }) => inQuote,
  run: toggleQuote,
}

const codeBlock: Format = {
  ...BLOCK,
  id: 'code-block',
  title: 'Code block',
  key: 'Mod-Alt-8',
  typed: '``` ',
  words: 'source fence pre',
  isActive: ({ block }) => block === 'codeBlock',
  run: toggleCodeBlock,
}

const rule: Format = {
  ...BLOCK,
  id: 'rule',
  title: 'Dividing line',
  key: 'Mod-Alt-r',
  typed: '---',
  words: 'horizontal rule hr separator',
  run: insertRule,
}

const html: Format = {
  ...BLOCK,
  id: 'html',
  title: 'HTML',
  key: 'Mod-Alt-x',
  typed: '<tag>',
  words: 'raw source comment details',
  run: insertRaw('html'),
}

const frontMatter: Format = {
  ...BLOCK,
  id: 'front-matter',
  title: 'Front matter',
  key: 'Mod-Alt-y',
  typed: null,
  words: 'yaml metadata',
  run: insertRaw('yaml'),
}

/** What people reach for most comes first. */
export const blockFormats: readonly Format[] = [
  paragraph,
  heading(1),
  heading(2),
  heading(3),
  bulletList,
  orderedList,
  taskList,
  table,
  quote,
  codeBlock,
  rule,
  heading(4),
  heading(5),
  heading(6),
  html,
  frontMatter,
]
