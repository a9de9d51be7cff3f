import { lazy, Suspense } from 'react'

import { HomePage } from '../home/home-page.tsx'
import { FailureBoundary } from './failure-boundary.tsx'
import { MissingPage } from './missing-page.tsx'
import { useRoute } from './router.ts'

/** The editor and Yjs come only with this page. */
const MeetingPage = lazy(() => import('../meeting/meeting-page.tsx').then((page) => ({ default: page.MeetingPage })))

export function App() {
  const route = useRoute()
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
    case 'missing':
      return <MissingPage />
  }
}
