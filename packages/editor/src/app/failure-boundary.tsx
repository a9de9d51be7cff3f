import { Component, type ReactNode } from 'react'

import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'

interface FailureBoundaryProps {
  /** All of the page is within. */
  readonly isPage?: boolean
  readonly children: ReactNode
}

/**
 * Shows a sentence where a part of the page broke, or could not be loaded because the server has a newer version of it. What
 * was written is in the session's hands, not in the page's, so it goes on being saved.
 */
export class FailureBoundary extends Component<FailureBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    const banner = (
      <Banner tone="danger" actions={<Button onClick={() => location.reload()}>Reload the page</Button>}>
        This part of the page does not work any more. What you wrote is safe; reload the page to go on.
      </Banner>
    )
    if (this.props.isPage !== true) return <div className="failure">{banner}</div>
    return (
      <main className="failure">
        <h1 className="visually-hidden">Plenary</h1>
        {banner}
      </main>
    )
  }
}
