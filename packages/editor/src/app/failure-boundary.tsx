import { Component, type ReactNode } from 'react'

import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'

interface FailureBoundaryProps {
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
    return (
      <div className="failure">
        <Banner tone="danger" actions={<Button onClick={() => location.reload()}>Reload the page</Button>}>
          This part of the page does not work any more. What you wrote is safe; reload the page to go on.
        </Banner>
      </div>
    )
  }
}
