import { areSure, readPeople } from '../people/read-people.ts'
import type { Head, Line } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { isActionHead, isFollowUp, isPending, isReviewHead } from './section.ts'
import type { TopicLabels } from './topic-label.ts'

/** The head below which lines are action items. */
export interface Section {
  readonly head: Head
  /** A head between it and the lines that says whose they are. */
  readonly named: { readonly head: Head; readonly owners: readonly string[]; readonly isBare: boolean } | null
  /** Headings within it part its entries, or it is of follow-ups or of what is still pending; there only what has an owner or a box is one. */
  readonly isDivided: boolean
  /** It goes through those of the meeting before, so that only a list of nothing else, `[Lee] write it`, says them again. */
  readonly isReview: boolean
}

const NEXT_STEPS = 'next steps'
const AGENDA = /\bagenda\b/
const OTHER_LABEL =
  /\b(?:notes?|discussions?|minutes|attend\w*|present|agenda|topics?|resolutions?|conclusions?|next meeting|links?|references?)\b/

/** The section of action items that a line is in. `topics`: what the agenda says will be talked about; `labels`: what others are about. */
export function governing(
  { heads }: Line,
  names: Voices,
  topics: ReadonlySet<string>,
  labels: TopicLabels,
): Section | null {
  if (!heads.some((head) => isActionHead(head) || isReviewHead(head))) return null
  let named: Section['named'] = null
  let isDivided = false
  for (const head of heads.toReversed()) {
    if (isReviewHead(head)) return { head, named, isDivided: false, isReview: true }
    if (isActionHead(head)) {
      const isTopic = head.key === NEXT_STEPS && (isDivided || isPlanned(head, heads, topics))
      if (isTopic || (isDivided && head.level < 2)) return null
      return { head, named, isDivided: isDivided || isFollowUp(head) || isPending(head), isReview: false }
    }
    const owners = labels.isTitle(head.text.replace(/[\s:：]+$/, '')) ? [] : ownersIn(head, names)
    if (head.kind !== 'item' && owners.length === 0 && OTHER_LABEL.test(head.key)) return null
    isDivided ||= head.kind === 'heading' && owners.length === 0
    if (owners.length > 0) named ??= { head, owners, isBare: !/[:：].*\p{L}/u.test(head.text) }
  }
  return null
}

/** `Next steps` in an agenda is what will be talked about, and a heading of the same words where it is. */
function isPlanned(head: Head, heads: readonly Head[], topics: ReadonlySet<string>): boolean {
  if (head.kind === 'item') return heads.some(isAgenda)
  const isInAgenda = heads.some((over) => over.kind === 'heading' && over.level > 1 && over !== head && isAgenda(over))
  return head.kind === 'heading' && (topics.has(head.key) || isInAgenda)
}

export function isAgenda({ key }: Head): boolean {
  return AGENDA.test(key)
}

/** `Lee`, `Lee:`, `AM: in three weeks:` */
function ownersIn({ text }: Head, names: Voices): readonly string[] {
  const found = readPeople(text, 0, names)
  if (found === null || !/^\s*(?:[:：].*)?$/u.test(text.slice(found.to))) return []
  return areSure(found.people, names) || text.includes(':') ? found.people.map(({ name }) => name) : []
}
