import type { MarkName } from '@plenary/shared/document'
import { chainCommands, newlineInCode } from '@tiptap/pm/commands'

import { insertHardBreak } from '../commands/block.ts'
import { toggleMark } from '../commands/mark.ts'
import { openPopover } from '../popover.ts'
import type { Format } from './format.ts'

/** In code and source nothing is formatted. */
const TEXT: Pick<Format, 'isActive' | 'isAllowed'> = {
  isActive: () => false,
  isAllowed: ({ inSource }) => !inSource,
}

const mark = (name: MarkName): Pick<Format, 'isActive' | 'isAllowed' | 'run'> => ({
  ...TEXT,
  isActive: ({ marks }) => marks.includes(name),
  run: toggleMark(name),
})

export const inlineFormats: readonly Format[] = [
  { ...mark('bold'), id: 'bold', title: 'Bold', key: 'Mod-b', typed: '**text**', words: 'strong' },
  { ...mark('italic'), id: 'italic', title: 'Italic', key: 'Mod-i', typed: '*text*', words: 'emphasis' },
  {
    ...mark('strike'),
    id: 'strike',
    title: 'Strikethrough',
    key: 'Alt-Shift-5',
    typed: '~~text~~',
    words: 'delete crossed out',
  },
  { ...mark('code'), id: 'code', title: 'Code', key: 'Mod-e', typed: '`text`', words: 'inline monospace' },
  {
    ...mark('link'),
    id: 'link',
    title: 'Link',
    // Mod-k is the command menu's.
    key: 'Mod-Alt-k',
    typed: '[text](address)',
    words: 'url href web',
    run: openPopover('link'),
  },
  {
    ...TEXT,
    id: 'image',
    title: 'Image',
    key: 'Mod-Alt-g',
    typed: '![text](address)',
    words: 'picture photo screenshot',
    run: openPopover('image'),
  },
  {
    ...TEXT,
    id: 'hard-break',
    title: 'Line break',
    key: 'Shift-Enter',
    typed: '\\ Enter',
    words: 'newline br',
    isAllowed: ({ inTable }) => !inTable,
    run: chainCommands(newlineInCode, insertHardBreak),
  },
]
