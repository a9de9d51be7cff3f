import { act } from 'react'

/** What a browser does to every popover whose button is pressed: the test's has none. */
export function openPopovers(): Promise<void> {
  return act(async () => {
    for (const panel of document.querySelectorAll('[popover]')) {
      panel.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open', oldState: 'closed' }))
    }
  })
}
