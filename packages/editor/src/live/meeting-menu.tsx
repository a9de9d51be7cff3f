import { Handshake, Megaphone, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { EndDialog } from './end-dialog.tsx'
import { LevelChooser } from './level-chooser.tsx'
import { useLive, useMay, useRecord } from './live.ts'
import { PresentDialog } from './present-dialog.tsx'
import { TakeChair } from './take-chair.tsx'
import { type Wish, wishesOf } from './wishes.ts'

/** Which of the dialogs that are the meeting's is open. */
type Open = 'present' | 'end' | null

/** What whoever runs the meeting does now and then. */
export function MeetingMenu() {
  const { ask, meeting, editor } = useLive()
  const phase = useRecord(({ phase }) => phase.phase)
  const [open, setOpen] = useState<Open>(null)
  const runs = useMay('begin-and-end')
  const calls = useMay('call-consent')
  const checksIn = useMay('check-in-others')
  const setsLevel = useMay('set-level')
  const close = () => setOpen(null)
  const wish = (wish: Wish) => editor !== null && wishesOf(editor)?.set(wish)
  return (
    <>
      {runs && phase === 'before' && (
        <Button look="primary" className="begin" onClick={() => void ask({ do: 'begin-meeting' })}>
          Begin
        </Button>
      )}
      <Popover
        label="Meeting"
        className="meeting-menu"
        face={
          <>
            <SlidersHorizontal size={18} aria-hidden />
            <span className="bar-word">Meeting</span>
          </>
        }
      >
        <div className="live-menu">
          {calls && phase !== 'ended' && (
            <>
              <Button look="quiet" icon={<Handshake size={18} aria-hidden />} onClick={() => wish({ wish: 'consent' })}>
                Call for consent …
              </Button>
              <Button
                look="quiet"
                icon={<Megaphone size={18} aria-hidden />}
                onClick={() => wish({ wish: 'poll', key: null })}
              >
                Open a vote …
              </Button>
            </>
          )}
          {checksIn && (
            <Button look="quiet" onClick={() => setOpen('present')}>
              Who is here …
            </Button>
          )}
          <a className="button button-quiet" href={`/meetings/${meeting}/projector`} target="_blank" rel="noreferrer">
            Projector view
          </a>
          <TakeChair />
          {runs && phase === 'running' && (
            <Button look="quiet" onClick={() => setOpen('end')}>
              End the meeting …
            </Button>
          )}
          {runs && phase === 'ended' && (
            <Button look="quiet" onClick={() => void ask({ do: 'reopen-meeting' })}>
              Open the meeting again
            </Button>
          )}
        </div>
        {setsLevel && <LevelChooser />}
      </Popover>
      {open === 'present' && <PresentDialog onClose={close} />}
      {open === 'end' && <EndDialog onClose={close} />}
    </>
  )
}
