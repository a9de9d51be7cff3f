import { lazy, Suspense } from 'react'

import { HomePage } from '../home/home-page.tsx'
import { invitationToken } from '../identity/invitation-token.ts'
import { useObservable } from '../ui/use-observable.ts'
import { FailureBoundary } from './failure-boundary.tsx'
import { MissingPage } from './missing-page.tsx'
import { type Route, useRoute } from './router.ts'

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
  return (
    <FailureBoundary key={'id' in route ? `${route.page} ${route.id}` : route.page} isPage>
      <Suspense fallback={null}>{pageOf(route, token)}</Suspense>
    </FailureBoundary>
  )
}

function pageOf(route: Route, token: string | null) {
  // Whoever comes by an invitation is let in before anything else is asked for.
  if (token !== null) return <InvitationPage token={token} />
  switch (route.page) {
    case 'home':
      return <HomePage />
    case 'meeting':
      return <MeetingPage id={route.id} />
    case 'projector':
      return <ProjectorPage id={route.id} />
    case 'invitation':
      return <InvitationPage token={null} />
    case 'missing':
      return <MissingPage />
  }
}
