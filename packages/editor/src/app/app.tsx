import { lazy, Suspense } from 'react'

import { HomePage } from '../home/home-page.tsx'
import { invitationToken } from '../identity/invitation-token.ts'
import { useObservable } from '../ui/use-observable.ts'
import { FailureBoundary } from './failure-boundary.tsx'
import { MissingPage } from './missing-page.tsx'
import { useRoute } from './router.ts'

/** The editor and Yjs come only with this page. */
const MeetingPage = lazy(() => import('../meeting/meeting-page.tsx').then((page) => ({ default: page.MeetingPage })))
const ProjectorPage = lazy(() =>
  import('../projector/projector-page.tsx').then((page) => ({ default: page.ProjectorPage })),
)
const InvitationPage = lazy(() =>
  import('../identity/invitation-page.tsx').then((page) => ({ default: page.InvitationPage })),
)

export function App() {
  const route = useRoute()
  const token = useObservable(invitationToken)
  // Whoever comes by an invitation is let in before anything else is asked for.
  if (token !== null || route.page === 'invitation') {
    return (
      <Suspense fallback={null}>
        <InvitationPage token={token} />
      </Suspense>
    )
  }
  switch (route.page) {
    case 'home':
      return <HomePage />
    case 'meeting':
      return (
        <FailureBoundary key={route.id}>
          <Suspense fallback={null}>
            <MeetingPage id={route.id} />
          </Suspense>
        </FailureBoundary>
      )
    case 'projector':
      return (
        <FailureBoundary key={`projector ${route.id}`}>
          <Suspense fallback={null}>
            <ProjectorPage id={route.id} />
          </Suspense>
        </FailureBoundary>
      )
    case 'missing':
      return <MissingPage />
  }
}
