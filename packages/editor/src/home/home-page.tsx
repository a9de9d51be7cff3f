import { FileDown } from 'lucide-react'
import { Suspense, useRef, useState, type RefObject } from 'react'

import { Page } from '../app/page.tsx'
import { part } from '../app/part.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FileChooser, ImportButton } from './file-chooser.tsx'

import './home.css'
import { ImportList } from './import-list.tsx'
import { MeetingList } from './meeting-list.tsx'
import { NewMeetingButton, NewMeetingDialog } from './new-meeting.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useImports } from './use-imports.ts'
import { useMeetings, type Meetings } from './use-meetings.ts'

/** Only where somebody is not let in. */
const NotLetIn = part(async () => (await import('../identity/not-let-in.tsx')).NotLetIn)

export function HomePage() {
  const [meetings, refresh] = useMeetings()
  const imports = useImports(refresh)
  const held = useFileDrop(imports.start)
  const chooser = useRef<HTMLInputElement>(null)
  const [isAsked, setAsked] = useState(false)
  const ask = (): void => setAsked(true)
  const isEmpty = meetings.state === 'loaded' && meetings.meetings.length === 0
  const isShut = meetings.state === 'failed' && meetings.isByName

  return (
    <Page title="Meetings">
      <div className="home-head">
        <h1 tabIndex={-1}>Meetings</h1>
        {!isEmpty && !isShut && (
          <div className="home-actions">
            <ImportButton chooser={chooser} />
            <NewMeetingButton onAsk={ask} />
          </div>
        )}
      </div>
      {imports.files.length > 0 && <ImportList files={imports.files} onClear={imports.clear} />}
      <Content meetings={meetings} refresh={refresh} chooser={chooser} onAsk={ask} />
      <FileChooser ref={chooser} onFiles={imports.start} />
      {isAsked && <NewMeetingDialog onClose={() => setAsked(false)} />}
      {held && (
        <div className="drop-target" aria-hidden>
          <FileDown size={40} />
          <p>Drop your minutes here, files or folders</p>
        </div>
      )}
    </Page>
  )
}

interface ContentProps {
  readonly meetings: Meetings
  readonly refresh: () => void
  readonly chooser: RefObject<HTMLInputElement | null>
  readonly onAsk: () => void
}

function Content({ meetings, refresh, chooser, onAsk }: ContentProps) {
  switch (meetings.state) {
    case 'loading':
      return <output className="home-loading">Looking for your meetings …</output>
    case 'failed':
      return meetings.isByName ? (
        <Suspense fallback={null}>
          <NotLetIn message={meetings.message} onRetry={refresh} />
        </Suspense>
      ) : (
        <>
          <div className="home-problem">
            <Banner tone="danger" actions={<Button onClick={refresh}>Try again</Button>}>
              {meetings.message}
            </Banner>
          </div>
          {meetings.meetings.length > 0 && <MeetingList meetings={meetings.meetings} />}
        </>
      )
    case 'loaded':
      return meetings.meetings.length === 0 ? (
        <Welcome chooser={chooser} onAsk={onAsk} />
      ) : (
        <MeetingList meetings={meetings.meetings} />
      )
  }
}

/** What a newcomer sees: what this is, in two sentences, and both ways in. */
function Welcome({ chooser, onAsk }: Pick<ContentProps, 'chooser' | 'onAsk'>) {
  return (
    <section className="welcome">
      <p>
        Plenary is where a group writes its minutes together, everybody in the same document at the same time. Start an
        empty meeting, or drop the Markdown files of earlier ones anywhere on this page: they come out again exactly as
        they went in, but for the lines you edit.
      </p>
      <div className="home-actions">
        <NewMeetingButton onAsk={onAsk} />
        <ImportButton chooser={chooser} />
      </div>
    </section>
  )
}
