import type { Command } from '@tiptap/pm/state'

import type { Context } from '../context.ts'

export type FormatId =
  | 'paragraph'
  | `heading-${1 | 2 | 3 | 4 | 5 | 6}`
  | 'bold'
  | 'italic'
  | 'strike'
  | 'code'
  | 'link'
  | 'image'
  | 'hard-break'
  | 'bullet-list'
  | 'ordered-list'
  | 'task-list'
  | 'quote'
  | 'code-block'
  | 'table'
  | 'rule'
  | 'html'
  | 'front-matter'

/** One way that text can look. The toolbar, the slash menu, the keys and the help all read this, so none can drift. */
export interface Format {
  readonly id: FormatId
  readonly title: string
  /** In the notation of prosemirror-keymap; `Mod` is Cmd on a Mac, else Ctrl. */
  readonly key: string | null
  /** What to type for it. */
  readonly typed: string | null
  /** Other words that people look for in the slash menu. */
  readonly words: string
  readonly isActive: (context: Context) => boolean
  readonly isAllowed: (context: Context) => boolean
  readonly run: Command
}
