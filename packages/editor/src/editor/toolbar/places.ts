import type { FormatId } from '../formats/format.ts'

/** Where every format stands in the toolbar; a test holds that none is left out. */
export const STYLES: readonly FormatId[] = [
  'paragraph',
  'heading-1',
  'heading-2',
  'heading-3',
  'heading-4',
  'heading-5',
  'heading-6',
]
export const INLINE: readonly FormatId[] = ['bold', 'italic', 'strike', 'code', 'link', 'image']
export const LISTS: readonly FormatId[] = ['bullet-list', 'ordered-list', 'task-list']
export const BLOCKS: readonly FormatId[] = ['quote', 'code-block', 'table']
export const MORE: readonly FormatId[] = ['rule', 'hard-break', 'html', 'front-matter']
