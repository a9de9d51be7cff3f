/** The document holds something that this page's schema cannot show. It must not be edited here, or that would be lost. */
export class UnreadableError extends Error {
  constructor(what: string) {
    super(`This page cannot show a part of the minutes (${what}). Reload the page before you go on writing.`)
    this.name = 'UnreadableError'
  }
}
