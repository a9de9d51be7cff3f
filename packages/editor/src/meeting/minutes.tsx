import type { MeetingId } from '@plenary/shared/meeting'
import type { Editor } from '@tiptap/core'
import { memo, use, useCallback, useMemo } from 'react'

import { arrival } from '../app/router.ts'
import { collaboration } from '../binding/index.ts'
import { capture } from '../capture/index.ts'
import type { Session } from '../connection/index.ts'
import type { Value } from '../connection/observable.ts'
import { MinutesEditor } from '../editor/minutes-editor.tsx'
import { liveCommands, liveInText } from '../live/in-text.ts'
import type { Wishes } from '../live/wishes.ts'
import { carets } from '../presence/index.ts'
import { strangers } from '../strangers/index.ts'
import { house } from '../style/house.ts'
import { understanding } from '../understanding/index.ts'

interface MinutesProps {
  readonly id: MeetingId
  readonly session: Session
  /** What is asked for in the text of the live meeting. */
  readonly wishes: Wishes
  /** Why something is not done in it. */
  readonly problem: Value<string | null>
  readonly editable: boolean
  /** Told once; give it a function that stays the same. */
  readonly onReady: (editor: Editor) => void
  /** Something came in that this page cannot show; it shows the rest and takes no more edits. A function that stays the same. */
  readonly onUnreadable: () => void
}

/** The text itself. Suspends until it has come from this browser or from the server. */
export const Minutes = memo(({ id, session, wishes, problem, editable, onReady, onUnreadable }: MinutesProps) => {
  use(session.ready)
  const extensions = useMemo(
    () => [
      collaboration({ doc: session.doc, onUnreadable }),
      carets({ awareness: session.awareness }),
      understanding(),
      capture(liveCommands({ ledger: session.ledger, wishes })),
      liveInText({ ledger: session.ledger, wishes, problem }),
      strangers(),
      house(id),
    ],
    [session, wishes, problem, id, onUnreadable],
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
  if (arrival().isNew && !editor.isDestroyed) editor.commands.focus(firstEmpty(editor) ?? 'end')
}

/** Where the first empty paragraph waits for text. */
function firstEmpty({ state }: Editor): number | null {
  let place: number | null = null
  state.doc.forEach((node, pos) => {
    if (place === null && node.type.name === 'paragraph' && node.content.size === 0) place = pos + 1
  })
  return place
}
