import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { jumpTo } from '../understanding/index.ts'
import { notReached } from './agenda.ts'
import { type Gap, gapsOf } from './gaps.ts'
import { useLive, useRecord } from './live.ts'
import { useAgenda } from './use-agenda.ts'
import { useOverview } from './use-overview.ts'

/** Before a meeting ends: what it still lacks, each with the way there. It can end all the same. */
export function EndDialog({ onClose }: { readonly onClose: () => void }) {
  const { ask, editor } = useLive()
  const { plan } = useAgenda()
  const overview = useOverview()
  const polls = useRecord(({ polls }) => polls)
  const consents = useRecord(({ consents }) => consents)
  const attendance = useRecord(({ attendance }) => attendance)
  const gaps = gapsOf({ overview, plan, polls, consents, attendance })
  const isBusy = gaps.some(({ isOpen }) => isOpen)
  const end = async () => {
    const done = await ask({ do: 'end-meeting', notReached: notReached(plan) })
    if (done.ok) onClose()
  }
  const jump = (key: string) => {
    onClose()
    if (editor !== null) requestAnimationFrame(() => jumpTo(editor, key, { focus: true }))
  }
  return (
    <Dialog title="End the meeting" beginsAt="top" onClose={onClose}>
      {gaps.length === 0 ? (
        <p>Nothing is missing. The minutes are closed for writing then; a chair or a note taker may open them again.</p>
      ) : (
        <>
          <p>
            The minutes are closed for writing then; a chair or a note taker may open them again. This is still missing:
          </p>
          <ul className="gaps">
            {/* Two may say the same, such as two topics of one name. */}
            {gaps.map((gap, index) => (
              <Line key={index} gap={gap} onJump={jump} />
            ))}
          </ul>
        </>
      )}
      <div className="dialog-actions">
        <Button onClick={onClose}>Not yet</Button>
        <Button look="primary" disabled={isBusy} onClick={() => void end()}>
          {gaps.length === 0 ? 'End the meeting' : 'End it all the same'}
        </Button>
      </div>
      {isBusy && <p className="card-note">A vote or a call is still open: close it first.</p>}
    </Dialog>
  )
}

function Line({ gap: { key, head, about }, onJump }: { readonly gap: Gap; readonly onJump: (key: string) => void }) {
  const words = (
    <>
      <strong>{head}</strong> {about}
    </>
  )
  return (
    <li>
      {key === null ? (
        words
      ) : (
        <button type="button" onClick={() => onJump(key)}>
          {words}
        </button>
      )}
    </li>
  )
}
