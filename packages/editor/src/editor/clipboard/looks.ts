const FENCE = /^ {0,3}(?:```|~~~)/m
const BLOCK =
  /^(?: {0,3}#{1,6}[ \t]+\S|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S| {0,3}>[ \t]?\S|[ \t]*\|?[ \t]*:?-{1,}:?[ \t]*(?:\|[ \t]*:?-{1,}:?[ \t]*)+\|?[ \t]*$)/m
const FRONT_MATTER = /^---\r?\n(?:.*\r?\n)*?---\r?\n/
const INLINE =
  /!?\[[^\]\n]*\]\([^\s()]+(?: "[^"\n]*")?\)|\*\*\S(?:[^*\n]*\S)?\*\*|(?:^|[^`])`[^`\n]+`(?!`)|~~\S(?:[^~\n]*\S)?~~|<https?:\/\/[^\s<>]+>/

/**
 * Whether a pasted text was written as Markdown. Guessed from marks that people do not make by chance, so that a log or a
 * mail with a star in it stays the text that it is.
 */
export function looksLikeMarkdown(text: string): boolean {
  return FRONT_MATTER.test(text) || FENCE.test(text) || BLOCK.test(text) || INLINE.test(text)
}

/** Whether the text is one web address and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>]+$/.test(text.trim())
}
