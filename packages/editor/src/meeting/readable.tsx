import { Component, type ReactNode } from 'react'

import { UnreadableError } from '../binding/index.ts'

interface ReadableProps {
  /** The minutes hold from the start what this page cannot show. */
  readonly onUnreadable: () => void
  readonly children: ReactNode
}

/** Shows nothing of minutes that this page cannot show at all; what can be done about it is said elsewhere. */
export class Readable extends Component<ReadableProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    if (error instanceof UnreadableError) this.props.onUnreadable()
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (error instanceof UnreadableError) return null
    // Any other mistake is for the boundary of the whole page.
    throw error
  }
}
