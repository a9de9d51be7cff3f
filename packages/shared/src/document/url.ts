const ALLOWED = /^(?:https?|mailto|xmpp|irc|ircs|tel|matrix):/i
const SCHEME = /^[a-z][a-z0-9+.-]*:/i

/**
 * The URL if a page may point at it, else an empty string. The document keeps what was written; only the page and the
 * guard ask. Control characters and blanks are taken out first, as browsers do (`java\tscript:`).
 */
export function safeUrl(url: string): string {
  // eslint-disable-next-line no-control-regex -- these are just what browsers ignore in front of and inside a scheme
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f]+/g, '')
  if (SCHEME.test(bare) && !ALLOWED.test(bare)) return ''
  return url
}

/** Whether no page may point at it, nor the editor make a link of it. */
export function isForbidden(url: string): boolean {
  return safeUrl(url) !== url
}
