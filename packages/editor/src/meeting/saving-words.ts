import type { CloseReason } from '@plenary/shared/protocol'

import type { Saving } from '../connection/saving.ts'

/** The state of saving in the words that stand in the header, on every page and at every width. */
export function savingWords(saving: Saving): string {
  switch (saving.state) {
    case 'loading':
      return 'Connecting …'
    case 'saved':
      return 'Saved'
    case 'saving':
      return `${changes(saving.changes)} not saved yet`
    case 'offline': {
      const words = saving.kept ? 'Offline: your text is kept in this browser' : 'Offline: keep this page open'
      return saving.changes === 0 ? words : `${words} (${changes(saving.changes)})`
    }
    case 'stopped':
      return saving.changes === 0 ? 'Disconnected' : `Disconnected: ${changes(saving.changes)} not saved`
  }
}

/** How it looks: good news, work in progress, or something to know about. */
export function savingTone(saving: Saving): 'good' | 'busy' | 'bad' {
  switch (saving.state) {
    case 'saved':
      return 'good'
    case 'loading':
    case 'saving':
      return 'busy'
    case 'offline':
    case 'stopped':
      return 'bad'
  }
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`
}

/** Why the page will not connect again by itself, and which one thing helps. */
export interface Stop {
  readonly sentence: string
  readonly remedy: 'reload' | 'copy'
}

/** `mayRead`: what ended is the right to write alone. */
export function stopOf(reason: CloseReason, mayRead = true): Stop {
  switch (reason) {
    case 'outdated':
      return { sentence: 'Plenary was updated while this page was open. Reload it to go on writing.', remedy: 'reload' }
    case 'other-epoch':
      return {
        sentence: 'This meeting was restored from a backup. Copy your text if you need it, then reload the page.',
        remedy: 'copy',
      }
    case 'unknown-meeting':
      return { sentence: 'This meeting is no longer on the server. Copy your text to keep it.', remedy: 'copy' }
    case 'elsewhere':
      return {
        sentence: 'Open the meeting at the address of its server. Copy your text if not all of it was saved.',
        remedy: 'copy',
      }
    case 'refused':
      return {
        sentence: 'The server could not take your last change. Copy your text, then reload the page.',
        remedy: 'copy',
      }
    case 'who-are-you':
      return { sentence: 'This meeting wants to know who you are. Reload the page to say so.', remedy: 'reload' }
    case 'not-allowed':
      return {
        sentence: `You may no longer ${mayRead ? 'write here' : 'read this meeting'}. Copy your text if not all of it was saved, then reload the page.`,
        remedy: 'copy',
      }
    case 'malformed':
      return { sentence: 'The server and this page do not understand each other. Reload the page.', remedy: 'reload' }
    case 'restart':
    case 'try-later':
    case 'too-fast':
      return { sentence: 'The server is busy. Reload the page in a minute.', remedy: 'reload' }
  }
}
