import { useObservable } from '../ui/use-observable.ts'
import { ConsentDialog } from './consent-dialog.tsx'
import { useLive } from './live.ts'
import { OpenPollDialog } from './open-poll-dialog.tsx'
import { pollBlockOf } from './poll-block.ts'
import type { Wishes } from './wishes.ts'

/** The dialogs that go on with what was asked for in the text or beside it. */
export function WishDialogs({ wishes }: { readonly wishes: Wishes }) {
  const { editor } = useLive()
  const wish = useObservable(wishes)
  const close = () => {
    wishes.set(null)
    // The text had the focus when it was asked for there.
    editor?.view.focus()
  }
  switch (wish?.wish) {
    case undefined:
      return null
    case 'consent':
      return <ConsentDialog onClose={close} />
    case 'poll':
      return <OpenPollDialog block={editor === null ? null : pollBlockOf(editor, wish.key)} onClose={close} />
  }
}
