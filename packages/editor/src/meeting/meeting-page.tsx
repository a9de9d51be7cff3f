import type { MeetingId } from '@plenary/shared/meeting'

import { MissingPage } from '../app/missing-page.tsx'
import { Page } from '../app/page.tsx'
import { NotLetIn } from '../identity/not-let-in.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { MeetingFrame } from './meeting-frame.tsx'
import { OpenMeetingPage } from './open-meeting.tsx'
import { rememberedMeeting } from './remembered.ts'
import { SetAside } from './set-aside.tsx'
import { useMeeting } from './use-meeting.ts'

export function MeetingPage({ id }: { readonly id: MeetingId }) {
  const [state, tryAgain] = useMeeting(id)
  switch (state.state) {
    case 'loading':
      return <MeetingFrame />
    case 'missing':
      return <MissingPage />
    case 'failed': {
      // Of a meeting that they may no longer read somebody may still have words of their own.
      const known = rememberedMeeting(id)
      return (
        <Page title="Meeting">
          {state.isByName ? (
            <NotLetIn heading="This meeting is not open to everybody" message={state.message} onRetry={tryAgain} />
          ) : (
            <>
              <h1 className="visually-hidden">Meeting</h1>
              <Banner tone="danger" actions={<Button onClick={tryAgain}>Try again</Button>}>
                {state.message}
              </Banner>
            </>
          )}
          {known !== undefined && <SetAside id={id} epoch={known.epoch} />}
        </Page>
      )
    }
    case 'open':
      return <OpenMeetingPage {...state} />
  }
}
