import { FileText } from 'lucide-react'
import { lazy, Suspense, useCallback, useState } from 'react'

import { FailureBoundary } from '../app/failure-boundary.tsx'
import { Button } from '../ui/button.tsx'
import { useObservable } from '../ui/use-observable.ts'
import { MeetingFrame, Placeholder } from './meeting-frame.tsx'
import { Minutes } from './minutes.tsx'
import { NameDialog } from './name-dialog.tsx'
import { News } from './news.tsx'
import { People } from './people.tsx'
import { SavingStatus } from './saving-status.tsx'
import { ShareButton } from './share-button.tsx'
import type { OpenMeeting } from './visit.ts'

const ExportAside = lazy(() => import('../export/export-aside.tsx').then((m) => ({ default: m.ExportAside })))

/** A meeting that the server knows: its text as soon as it is there, and everything around it. */
export function OpenMeetingPage({ meeting, session, me, replica }: OpenMeeting) {
  const saving = useObservable(session.saving)
  const title = useObservable(replica.title) ?? meeting.title
  const [isExporting, setExporting] = useState(false)
  const closeExport = useCallback(() => setExporting(false), [])
  return (
    <MeetingFrame
      title={title}
      saving={<SavingStatus saving={saving} />}
      actions={
        <>
          <People awareness={session.awareness} me={me} />
          <ShareButton />
          <Button
            className="export-button"
            icon={<FileText size={18} aria-hidden />}
            aria-label="Export"
            aria-expanded={isExporting}
            onClick={() => setExporting(!isExporting)}
          >
            <span className="button-word">Export</span>
          </Button>
        </>
      }
      news={<News saving={saving} notice={useObservable(session.notice)} replica={replica} />}
      aside={
        isExporting && (
          <FailureBoundary>
            <Suspense fallback={null}>
              <ExportAside replica={replica} title={title} onClose={closeExport} />
            </Suspense>
          </FailureBoundary>
        )
      }
    >
      <Suspense fallback={<Placeholder />}>
        <Minutes id={meeting.id} session={session} editable={saving.state !== 'stopped'} />
      </Suspense>
      <NameDialog me={me} />
    </MeetingFrame>
  )
}
