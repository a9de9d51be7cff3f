import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

declare global {
  // React asks for this name.
  var IS_REACT_ACT_ENVIRONMENT: boolean
}

/** An empty page to render on. */
export interface Stage {
  readonly show: (node: ReactNode) => Promise<void>
  readonly clear: () => Promise<void>
}

export function createStage(): Stage {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  const root = createRoot(host)
  return {
    show: (node) => act(async () => root.render(node)),
    clear: () => act(async () => root.unmount()),
  }
}
