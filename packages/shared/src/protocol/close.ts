/** Close codes of `/sync/<id>`, and what a page does on each; the table with the reasons is in PROTOCOL.md. */
export const CLOSE = {
  malformed: 4400,
  'who-are-you': 4401,
  'not-allowed': 4403,
  'unknown-meeting': 4404,
  'other-epoch': 4409,
  elsewhere: 4421,
  refused: 4422,
  outdated: 4426,
  'too-fast': 4429,
  restart: 1012,
  'try-later': 1013,
} as const

export type CloseReason = keyof typeof CLOSE

/** The websocket protocol's own code for a frame that is too large. The same frame would only be refused again. */
const TOO_BIG = 1009

/** The reason behind a close code, or undefined where the connection was merely lost and should be tried again. */
export function closeReason(code: number): CloseReason | undefined {
  if (code === TOO_BIG) return 'refused'
  return (Object.keys(CLOSE) as CloseReason[]).find((reason) => CLOSE[reason] === code)
}

/** Whether a page should come back by itself after this close code. */
export function isTemporary(code: number): boolean {
  return (code < 4000 && code !== TOO_BIG) || code === CLOSE['too-fast']
}
