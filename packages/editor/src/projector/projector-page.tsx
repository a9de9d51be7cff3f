import type { MeetingId } from '@plenary/shared/meeting'
import type { Editor } from '@tiptap/core'
import { Suspense, useEffect, useState } from 'react'

import { MissingPage } from '../app/missing-page.tsx'
import { Page } from '../app/page.tsx'
import { useDocumentTitle } from '../app/use-document-title.ts'
import { NotLetIn } from '../identity/not-let-in.tsx'
import { LiveContext } from '../live/live.ts'
import { useLiveMeeting } from '../live/use-live-meeting.ts'
import { Minutes } from '../meeting/minutes.tsx'
import { useMeeting } from '../meeting/use-meeting.ts'
import type { OpenMeeting } from '../meeting/visit.ts'
import { Banner } from '../ui/banner.tsx'
import { useObservable } from '../ui/use-observable.ts'
import { followNotes } from './follow.ts'
import { Now } from './now.tsx'

import './projector.css'

/** The meeting on the wall: what is talked about, who speaks, what is decided, and the text where it is being written. */
export function ProjectorPage({ id }: { readonly id: MeetingId }) {
  const [state, tryAgain] = useMeeting(id, { isSeen: false })
  switch (state.state) {
    case 'loading':
      return null
    case 'missing':
      return <MissingPage />
    case 'failed':
      return state.isByName ? (
        <Page title="Projector">
          <NotLetIn heading="This meeting is not open to everybody" message={state.message} onRetry={tryAgain} />
        </Page>
      ) : (
        <main className="projector-failed">
          <Banner tone="danger">{state.message}</Banner>
        </main>
      )
    case 'open':
      return <Projector {...state} />
  }
}

function Projector(open: OpenMeeting) {
  const { meeting, session, replica } = open
  const title = useObservable(replica.title) ?? meeting.title
  const saving = useObservable(session.saving)
  const [editor, setEditor] = useState<Editor | null>(null)
  const { live, wishes, problem, isThere } = useLiveMeeting(open, editor)
  useDocumentTitle(`${title}, projector`)
  useEffect(
    () => (editor === null ? undefined : followNotes(editor, session.awareness, session.ledger)),
    [editor, session],
  )
  return (
    <LiveContext value={live}>
      <div className="projector">
        <header className="projector-head">
          <h1>{title}</h1>
          {(saving.state === 'offline' || saving.state === 'stopped') && (
            <output>Not connected: this may be old.</output>
          )}
        </header>
        {isThere && <Now />}
        <main className="projector-text">
          <Suspense fallback={null}>
            <Minutes
              id={meeting.id}
              session={session}
              wishes={wishes}
              problem={problem}
              editable={false}
              onReady={setEditor}
              onUnreadable={ignore}
            />
          </Suspense>
        </main>
      </div>
    </LiveContext>
  )
}

function ignore(): void {
  // The pages of those who write say so, and what can be done.
}
