import { useState } from 'react'

import { useMedia } from '../ui/use-media.ts'
import { useObservable } from '../ui/use-observable.ts'
import { ConsentDialog } from './consent-dialog.tsx'
import { useLive } from './live.ts'
import { OpenPollDialog } from './open-poll-dialog.tsx'
import { pollBlockOf } from './poll-block.ts'
import type { Wish, Wishes } from './wishes.ts'

/** The dialog that goes on with what was asked for in the text or beside it. */
export function WishDialogs({ wishes }: { readonly wishes: Wishes }) {
  const wish = useObservable(wishes)
  return wish === null ? null : <WishDialog wish={wish} onClose={() => wishes.set(null)} />
}

function WishDialog({ wish, onClose }: { readonly wish: Wish; readonly onClose: () => void }) {
  const { editor } = useLive()
  // Before the dialog takes the focus.
  const [isFromText] = useState(() => editor?.view.hasFocus() === true)
  const isTouched = useMedia('(pointer: coarse)')
  const close = () => {
    onClose()
    // What was pressed to ask for it is gone, as a rule. On a phone the text would bring the keyboard up.
    if (isFromText || !isTouched) editor?.view.focus()
  }
  switch (wish.wish) {
    case 'consent':
      return <ConsentDialog onClose={close} />
    case 'poll':
      return <OpenPollDialog block={editor === null ? null : pollBlockOf(editor, wish.key)} onClose={close} />
  }
}
