import type { Editor } from '@tiptap/core'
import { FileText } from 'lucide-react'
import { Suspense, useCallback, useMemo, useState } from 'react'

import { FailureBoundary } from '../app/failure-boundary.tsx'
import { part } from '../app/part.ts'
import { CaptureLists } from '../capture/index.ts'
import { LiveContext } from '../live/live.ts'
import { useLiveMeeting } from '../live/use-live-meeting.ts'
import { peopleOf } from '../presence/index.ts'
import { SideButton } from '../side/index.ts'
import { Button } from '../ui/button.tsx'
import { useObservable } from '../ui/use-observable.ts'
import { understandingOf } from '../understanding/index.ts'
import { MeetingFrame, Placeholder } from './meeting-frame.tsx'
import { Minutes } from './minutes.tsx'
import { NameDialog } from './name-dialog.tsx'
import { News } from './news.tsx'
import { People } from './people.tsx'
import { Readable } from './readable.tsx'
import { SavingStatus } from './saving-status.tsx'
import { SetAside } from './set-aside.tsx'
import { ShareButton } from './share-button.tsx'
import { useAside } from './use-aside.ts'
import type { OpenMeeting } from './visit.ts'

const ExportAside = part(async () => (await import('../export/export-aside.tsx')).ExportAside)
const SideAside = part(async () => (await import('../side/side-aside.tsx')).SideAside)
const LiveBar = part(async () => (await import('../live/index.ts')).LiveBar)
const LiveLayer = part(async () => (await import('../live/index.ts')).LiveLayer)
const StrangerPanel = part(async () => (await import('../strangers/stranger-panel.tsx')).StrangerPanel)

/** A meeting that the server knows: its text as soon as it is there, and everything around it. */
export function OpenMeetingPage(open: OpenMeeting) {
  const { meeting, session, me, introduction, replica } = open
  const saving = useObservable(session.saving)
  const title = useObservable(replica.title) ?? meeting.title
  const [editor, setEditor] = useState<Editor | null>(null)
  const live = editor === null ? undefined : understandingOf(editor)
  const people = useObservable(useMemo(() => peopleOf(session.awareness), [session]))
  const here = useMemo(() => people.map(({ name }) => name), [people])
  const { live: liveMeeting, wishes, problem, isThere, mayInvite, readsOnly } = useLiveMeeting(open, editor)
  const { aside, toggle, close } = useAside()
  const [isUnreadable, setUnreadable] = useState(false)
  const stopWriting = useCallback(() => setUnreadable(true), [])
  const isEditable = saving.state !== 'stopped' && !isUnreadable && readsOnly === null
  return (
    <LiveContext value={liveMeeting}>
      <MeetingFrame
        title={title}
        saving={<SavingStatus saving={saving} />}
        actions={
          <>
            <People people={people} me={me} introduction={introduction} />
            <ShareButton meeting={meeting.id} mayInvite={mayInvite} />
            {live && <SideButton live={live} isOpen={aside === 'overview'} onPress={() => toggle('overview')} />}
            <Button
              className="export-button"
              icon={<FileText size={18} aria-hidden />}
              aria-label="Export"
              aria-expanded={aside === 'export'}
              onClick={() => toggle('export')}
            >
              <span className="button-word">Export</span>
            </Button>
          </>
        }
        news={
          <>
            {isThere && (
              <Suspense fallback={<div className="live-bar-place" />}>
                <LiveBar />
              </Suspense>
            )}
            <News
              saving={saving}
              isUnreadable={isUnreadable}
              notice={useObservable(session.notice)}
              readsOnly={readsOnly}
              replica={replica}
            />
            <SetAside id={meeting.id} epoch={meeting.epoch} />
          </>
        }
        aside={
          aside !== null && (
            <FailureBoundary key={aside}>
              <Suspense fallback={null}>
                {aside === 'export' && <ExportAside replica={replica} title={title} onClose={close} />}
                {aside === 'overview' && editor && live && (
                  <SideAside editor={editor} live={live} isEditable={isEditable} here={here} onClose={close} />
                )}
              </Suspense>
            </FailureBoundary>
          )
        }
      >
        <Readable onUnreadable={stopWriting}>
          <Suspense fallback={<Placeholder />}>
            <Minutes
              id={meeting.id}
              session={session}
              wishes={wishes}
              problem={problem}
              editable={isEditable}
              onReady={setEditor}
              onUnreadable={stopWriting}
            />
          </Suspense>
        </Readable>
        {editor && isEditable && <CaptureLists editor={editor} />}
        {editor && isEditable && (
          <Suspense fallback={null}>
            <StrangerPanel editor={editor} />
          </Suspense>
        )}
        {isThere && (
          <Suspense fallback={null}>
            <LiveLayer wishes={wishes} problem={problem} onProblemSeen={() => problem.set(null)} />
          </Suspense>
        )}
        <NameDialog me={me} introduction={introduction} />
      </MeetingFrame>
    </LiveContext>
  )
}
