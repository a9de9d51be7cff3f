import type { Editor } from '@tiptap/core'
import { memo, use, useCallback, useMemo } from 'react'

import { arrival } from '../app/router.ts'
import { collaboration } from '../binding/index.ts'
import { capture } from '../capture/index.ts'
import type { Session } from '../connection/index.ts'
import { MinutesEditor } from '../editor/minutes-editor.tsx'
import { carets } from '../presence/index.ts'
import { strangers } from '../strangers/index.ts'
import { understanding } from '../understanding/index.ts'

interface MinutesProps {
  readonly session: Session
  readonly editable: boolean
  /** Told once; give it a function that stays the same. */
  readonly onReady: (editor: Editor) => void
}

/** The text itself. Suspends until it has come from this browser or from the server. */
export const Minutes = memo(({ session, editable, onReady }: MinutesProps) => {
  use(session.ready)
  const extensions = useMemo(
    () => [
      collaboration({ doc: session.doc }),
      carets({ awareness: session.awareness }),
      understanding(),
      capture(),
      strangers(),
    ],
    [session],
  )
  const ready = useCallback(
    (editor: Editor) => {
      begin(editor)
      onReady(editor)
    },
    [onReady],
  )
  return <MinutesEditor label="Minutes" extensions={extensions} editable={editable} onReady={ready} />
})

/** Whoever has just made a meeting wants to write; whoever opens one wants to read first. */
function begin(editor: Editor): void {
  if (arrival().isNew && !editor.isDestroyed) editor.commands.focus('end')
}
