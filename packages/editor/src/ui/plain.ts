/** A text without case and accents, for looking things up: `zoe` finds `Zoë`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
