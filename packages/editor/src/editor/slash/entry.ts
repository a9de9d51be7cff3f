import type { Command, EditorState } from '@tiptap/pm/state'
import type { LucideIcon } from 'lucide-react'

import type { Context } from '../context.ts'
import { formats } from '../formats/formats.ts'
import { icons } from '../toolbar/icons.ts'

/** One line of the slash menu. */
export interface SlashEntry {
  readonly id: string
  readonly title: string
  /** Other words that people look for. */
  readonly words: string
  /** What to type for it instead. */
  readonly typed: string | null
  readonly icon: LucideIcon
  readonly isAllowed: (context: Context) => boolean
  readonly run: Command
}

const FORMATS: readonly SlashEntry[] = formats.map((format) => ({ ...format, icon: icons[format.id] }))

/** The entries of an editor: what its plugins bring along under `slashEntries` in their specification, then the formats. */
export function slashEntries(state: EditorState): readonly SlashEntry[] {
  const brought = state.plugins.flatMap(({ spec }) => (spec['slashEntries'] ?? []) as readonly SlashEntry[])
  return brought.length === 0 ? FORMATS : [...brought, ...FORMATS]
}
