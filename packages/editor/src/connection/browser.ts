/** What a session wants to know from the browser around it. */
export interface BrowserListener {
  /** The person or the network is back: a good moment to try again, whatever the delay was to be. */
  wake(): void
  /** The browser has lost the network, or thinks so; a server on this very machine may still answer. */
  offline(): void
  /** Whether the person should be asked before the page is closed. */
  mayLose(): boolean
  /** The page goes out of sight, perhaps for ever. */
  hide(): void
}

/** Listens until `signal` is aborted. */
export function listenToBrowser(listener: BrowserListener, signal: AbortSignal): void {
  const wake = (): void => {
    if (document.hidden) listener.hide()
    else listener.wake()
  }
  window.addEventListener('online', wake, { signal })
  window.addEventListener('focus', wake, { signal })
  window.addEventListener('pageshow', wake, { signal })
  document.addEventListener('visibilitychange', wake, { signal })
  // A tab that the browser had frozen goes on, perhaps without being seen.
  document.addEventListener('resume', () => listener.wake(), { signal })
  window.addEventListener('offline', () => listener.offline(), { signal })
  window.addEventListener('pagehide', () => listener.hide(), { signal })
  window.addEventListener('beforeunload', (event) => listener.mayLose() && event.preventDefault(), { signal })
}
