import { lazy, Suspense } from 'react'

import { HomePage } from '../home/home-page.tsx'
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
        <Suspense fallback={null}>
          <MeetingPage key={route.id} id={route.id} />
        </Suspense>
      )
    case 'missing':
      return <MissingPage />
  }
}
