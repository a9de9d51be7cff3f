import type { Saving, Session } from '../connection/index.ts'

type Leaving = Pick<Session, 'saving' | 'awareness' | 'close'>

/**
 * Leaves a meeting for another page of Plenary: at once where everything is saved, else when it is. Until then nobody sees the
 * person here any more, and closing the tab is still warned of.
 */
export function leaveWhenSaved(session: Leaving): void {
  if (!isWaiting(session.saving.get())) {
    session.close()
    return
  }
  session.awareness.setLocalState(null)
  const stop = session.saving.subscribe(() => {
    if (isWaiting(session.saving.get())) return
    stop()
    session.close()
  })
}

/** Whether there are changes that may still reach the server. */
function isWaiting(saving: Saving): boolean {
  switch (saving.state) {
    case 'saving':
    case 'offline':
      return saving.changes > 0
    case 'loading':
    case 'saved':
    case 'stopped':
      return false
  }
}
