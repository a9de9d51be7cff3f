import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import type { LucideIcon } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'

import { asOneStep } from '../history.ts'
import { titled } from '../shortcuts.ts'

/** A press on a tool must not take the focus: the selection would be lost to see, and a phone's keyboard would close. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault()

/** Runs a command in the text, which gets the focus back; one undo takes it back. */
export function runIn(editor: Editor, command: Command): void {
  editor.view.focus()
  asOneStep(editor.view, () => {
    command(editor.state, editor.view.dispatch, editor.view)
  })
}

interface ToolProps {
  readonly title: string
  readonly shortcut?: string | null
  readonly icon: LucideIcon
  /** Left out for a tool that is never on or off. */
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
  readonly children?: ReactNode
}

/** One button of a toolbar. Disabled ones stay reachable, so that people hear that they exist. */
export function Tool({ title, shortcut = null, icon: Icon, pressed, disabled = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={title}
      aria-pressed={pressed}
      aria-disabled={disabled}
      title={titled({ title, key: shortcut })}
      onMouseDown={keepFocus}
      onClick={() => {
        if (!disabled) onPress()
      }}
    >
      <Icon size={18} aria-hidden />
    </button>
  )
}
