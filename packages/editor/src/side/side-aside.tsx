import type { Editor } from '@tiptap/core'
import { X } from 'lucide-react'
import { useCallback, useMemo, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

import { useSelf } from '../live/live.ts'
import { IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useMedia } from '../ui/use-media.ts'
import { jumpTo, type LiveUnderstanding } from '../understanding/index.ts'
import { SidePanel } from './side-panel.tsx'

interface SideAsideProps {
  readonly editor: Editor
  readonly live: LiveUnderstanding
  readonly isEditable: boolean
  readonly here: readonly string[]
  readonly onClose: () => void
}

/** The meeting beside its text where there is room, in a sheet from below where there is not. */
export function SideAside({ editor, live, isEditable, here, onClose }: SideAsideProps) {
  const isBeside = useMedia('(min-width: 64rem)')
  const jump = useCallback(
    (key: string) => {
      // The sheet gives the focus back to its button when it goes, so it has to be gone by then.
      if (!isBeside) flushSync(onClose)
      // On a phone the focus would bring the keyboard up, over what the person wants to see.
      jumpTo(editor, key, { focus: isBeside })
    },
    [editor, isBeside, onClose],
  )
  const me = useSelf()
  const desk = useMemo(
    () => ({ editor, isEditable, jump, ...(isBeside || me === null ? {} : { me }) }),
    [editor, isEditable, jump, isBeside, me],
  )
  const panel = <SidePanel desk={desk} live={live} here={here} />
  if (!isBeside) {
    return (
      <Dialog title="Overview" className="side-sheet" beginsAt="top" onClose={onClose}>
        {panel}
      </Dialog>
    )
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') editor.view.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears what its controls do not use
    <aside className="side-aside" aria-labelledby="side-heading" onKeyDown={escape}>
      <header className="dialog-header">
        <h2 id="side-heading">Overview</h2>
        <IconButton label="Close the overview" icon={<X size={20} aria-hidden />} onClick={onClose} />
      </header>
      {panel}
    </aside>
  )
}
