import type { NodeJson } from '../../document/node.ts'
import { readOwners } from '../action/owners.ts'
import { childrenOf, nodeAt } from '../path.ts'
import { looksLikeName } from '../people/name-shape.ts'
import { speechAt } from '../people/speech.ts'
import {
  type Head,
  isMarked,
  isSlipOf,
  itemsBelow,
  keyOf,
  type Line,
  remembered,
  stepsBelow,
  type View,
} from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { isMixedHead, tellsDecision } from './mixed.ts'

const DECISIONS =
  /^(?:beschlüsse|entscheidungen|décisions|decisiones|acuerdos|decisioni|besluiten|決定事項|决议|conclusions?|resolutions?|decisions?|con[sc]ensus|outcome|agreements?)$/
/** Slips are forgiven in these. */
const SPELT = ['conclusions', 'conclusion', 'resolutions', 'resolution', 'decisions', 'decision', 'consensus']
const ONLY_LABELS = /^(?:agreed|resolved|decided)$/
const FILLERS =
  /^(?:and|or|the|of|from|this|meetings?|s|made|taken|reached|list|summary|final|consented|key|next|steps|today|day|group|bullets?|points?|items?|\d+)$/

/** A heading, label or item below which every entry is a decision, such as `Conclusion/Resolution`. */
export const isDecisionHead = remembered(({ text, kind }: Head): boolean => {
  // `Resolved (Lee to write it):` says besides who tells the others.
  const key = keyOf(text.replace(/\([^()]*\)/g, ' '))
  const words = (kind === 'item' ? key.replace(/ (?:is|was)$/, '') : key).split(' ')
  const isOne = (word: string): boolean =>
    DECISIONS.test(word) || isSlipOf(word, SPELT) || (kind !== 'heading' && ONLY_LABELS.test(word))
  return words.some(isOne) && words.every((word) => isOne(word) || FILLERS.test(word))
})

/** Which lines are entries below such a head. To be asked in the lines' order: when somebody speaks, the entries are over. */
export class DecisionSections {
  readonly #view: View
  readonly #names: Voices
  readonly #over = new Set<Head>()
  /** Whose entries are items: a paragraph behind them is about them, unless it says who is to do something. */
  readonly #listed = new Set<Head>()
  /** The last entry was `Reviewers`: names follow. */
  #isBeforeNames = false

  constructor(view: View, names: Voices) {
    this.#view = view
    this.#names = names
  }

  isEntry(line: Line): boolean {
    const head = line.heads.at(-1)
    if (head === undefined) return false
    const isMixed = isMixedHead(head)
    if (!isMixed && !isDecisionHead(head)) return false
    if (isMixed && !tellsDecision(line, this.#names)) return false
    if (line.inQuote || line.cell !== null || line.node.type !== 'paragraph') return false
    const items = itemsBelow(line, head)
    if (items.length > 1 || (items.length === 1 && !line.isItemStart)) return false
    if (head.kind === 'label' && stepsBelow(line, head) > 1) return false
    // Markdown takes the topics that follow, which have boxes to tick, for items of the same list.
    if (head.kind === 'label' && line.item?.checked != null) this.#over.add(head)
    if (this.#over.has(head)) return false
    if (items.length === 0) return (!this.#listed.has(head) || this.#isTask(line)) && this.#isParagraph(line, head)
    this.#listed.add(head)
    return this.#isItem(line)
  }

  /** `Lee to write the page` */
  #isTask(line: Line): boolean {
    const form = readOwners(line, 0, this.#names)?.form
    return form === 'to' || form === 'will'
  }

  #isItem(line: Line): boolean {
    const text = line.text.trim()
    const isName = this.#names.isRegular(text) || (this.#isBeforeNames && looksLikeName(text))
    if (isName) return false
    this.#isBeforeNames = /^reviewers?\W*$/i.test(text)
    return isSaid(text)
  }

  #isParagraph(line: Line, head: Head): boolean {
    const text = line.text.trim()
    // What is said below, or below a line in bold, is about something else.
    const isNewTopic = isMarked(line, 'bold') && stepsBelow(line, head) > 1
    if (isNewTopic || (stepsBelow(line, head) > 0 && speechAt(text, 0, this.#names) !== null)) {
      this.#over.add(head)
      return false
    }
    const next = this.#typeBehind(line)
    const isBeforeList = next === 'bulletList' || next === 'orderedList'
    // What code follows, `Lee to add this:`, says it all the same.
    const leads = /[:：]$/.test(text) && !(next === 'codeBlock' && this.#isTask(line))
    if (leads || (text.endsWith('?') && isBeforeList)) return false
    return !/^\([^()]*\)$/.test(text) && isSaid(text)
  }

  #typeBehind({ path }: Line): NodeJson['type'] | undefined {
    const parent = nodeAt(this.#view.document, path.slice(0, -1))
    return parent === undefined ? undefined : childrenOf(parent)[path.at(-1)! + 1]?.type
  }
}

/** Whether it says something, rather than that nothing was decided. */
export function isSaid(text: string): boolean {
  if (
    /^no (?:conclusions?|resolutions?|decisions?) (?:was|were|has been|have been) (?:made|taken|reached)\b/i.test(
      text.trim(),
    )
  )
    return false
  return !/^(?:[\W_]*|\([^()]*\)|https?:\/\/\S+|\{:.*\}|(?:none|nothing|n\/?a|tbd|tba|todo|see (?:above|below)|no (?:conclusions?|resolutions?|decisions?)(?: (?:yet|made|taken|reached|recorded|given))?)\W*)$/i.test(
    text.trim(),
  )
}
