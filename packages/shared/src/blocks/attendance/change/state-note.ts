import { stateIn } from '../../people/note.ts'

/** What an entry says of whether somebody is there, and where in the entry. */
export interface StateNote {
  readonly from: number
  readonly to: number
  readonly before: string
  readonly words: string
  readonly after: string
  /** It says nothing else. */
  readonly isOnly: boolean
}

/** Where an entry says whether somebody is there: in brackets, or behind a dash or comma. */
export function noteIn(text: string): StateNote | null {
  for (const match of text.matchAll(
    /(\s*[([])([^()[\]]*)([)\]])|(\s+[-–—]\s+|,\s+|\s+(?=joined|arrived|left|late\b))([^()[\]]+)$/g,
  )) {
    const [whole, open, inner, close, dash, rest] = match
    const words = inner ?? rest ?? ''
    if (stateIn(words) === undefined) continue
    const isOnly = !words
      .split(/[,;·|/]|\s[-–—]\s|\b(?:from|of)\b/)
      .some((part) => part.trim() !== '' && stateIn(part) === undefined)
    return {
      from: match.index,
      to: match.index + whole.length,
      before: open ?? dash ?? '',
      words,
      after: close ?? '',
      isOnly,
    }
  }
  return null
}
