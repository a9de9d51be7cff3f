import { isEverybody, isOffice, looksLikeInitials, looksLikeName } from '../people/name-shape.ts'
import { isMarked, keyOf, type Line, type View } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { readOwners } from './owners.ts'
import { isActionHead } from './section.ts'

const LABEL = /^[\s*_]*(?<words>[^:：\n]{2,80})[:：][\s*_]*/u

/** A label in bold at the beginning of a line: its words, and where it ends. */
interface BoldLabel {
  readonly words: string
  readonly end: number
}

function boldLabelOf(line: Line): BoldLabel | null {
  const found = LABEL.exec(line.text)
  const words = found?.groups?.['words']?.trim()
  if (found === null || words === undefined) return null
  return isMarked(line, 'bold', 0, found[0].search(/[:：]/)) ? { words, end: found[0].length } : null
}

/** Where the text behind a label in bold begins; null where there is no such label. */
export function boldLabelEnd(line: Line): number | null {
  return boldLabelOf(line)?.end ?? null
}

/**
 * The labels in bold that say what action items are about, `**Nuts:** Lee to write`, and not whose they are. Their words stand over
 * something else in these minutes, too: as a heading, or before the notes.
 */
export class TopicLabels {
  readonly #titles = new Set<string>()
  readonly #names: Voices

  constructor(view: View, names: Voices) {
    this.#names = names
    for (const line of view.lines) {
      if (line.node.type === 'heading') this.#titles.add(titleOf(line.text))
      else if (line.isItemStart && line.text.includes(':') && !line.heads.some(isActionHead)) {
        const label = boldLabelOf(line)
        if (label !== null) this.#titles.add(titleOf(label.words))
      }
    }
  }

  /** Whether these words are the title of something, and nobody. A single word may be both. */
  isTitle(words: string): boolean {
    const isName = !/\s/.test(words) && looksLikeName(words)
    return !isName && this.#titles.has(titleOf(words)) && !this.#isSomebody(words)
  }

  /** Whether the labels in a list are topics: most are titles, or behind most stands who is to do it. */
  areTopics(lines: readonly Line[]): boolean {
    const labels = lines.flatMap((line) => {
      const label = boldLabelOf(line)
      return label === null || this.#isSomebody(label.words) ? [] : [{ line, ...label }]
    })
    const titles = labels.filter(({ words }) => this.isTitle(words))
    const owned = labels.filter(({ line, end }) => /^(?:to|will)$/.test(readOwners(line, end, this.#names)?.form ?? ''))
    return labels.length > 1 && Math.max(titles.length, owned.length) * 2 >= labels.length
  }

  /** Where the text behind a topic begins. `areTopics`: the other labels of its list are topics. */
  endOf(line: Line, areTopics: boolean): number | null {
    const label = boldLabelOf(line)
    if (label === null || this.#isSomebody(label.words)) return null
    return areTopics || this.isTitle(label.words) ? label.end : null
  }

  /** Somebody may well be called like what others talk about, but not who is known to be there. */
  #isSomebody(words: string): boolean {
    return words
      .split(/\s*(?:[,/&+]|\band\b)\s*/)
      .some(
        (word) =>
          word.startsWith('@') ||
          this.#names.who(word).state !== 'none' ||
          looksLikeInitials(word) ||
          isEverybody(word) ||
          isOffice(word),
      )
  }
}

/** `Cookies (the old ones)` and `[Cookies](…)` are the same title. */
function titleOf(text: string): string {
  return keyOf(text.replace(/\([^()]*\)/g, ' '))
}
