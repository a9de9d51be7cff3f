import { type Head, isLinked, type Line } from '../reading/index.ts'

const ABOUT_ACTIONS =
  /^(?:actions?|actionable(?: items?| points?|s)?|todos?|to dos?|tasks(?= (?:and |or )?decisions?$)|next steps|follow ?ups?|aufgaben|tareas|actiepunten|azioni)(?= |$)/
const FILLERS =
  /^(?:and|or|the|of|for|from|this|these|our|new|open|all|key|main|list|summary|summaries|meetings?|calls?|week|today|s|items?|points?|tasks?|todos?|actions?|actionables?|to|dos?|next|steps?|follow|ups?|followups?|aufgaben|tareas|actiepunten|azioni|decisions?|assigned|current|pending|unchecked|outstanding|unfinished|\d+)$/

/** A heading, label or item below which every entry is an action item, such as `Action Items`, `TODOs and Decisions`, `Next steps`. */
export function isActionHead({ key, text, kind }: Head): boolean {
  const words = key.split(' ')
  const at = words.findIndex((_, index) => ABOUT_ACTIONS.test(words.slice(index).join(' ')))
  if (at < 0 || !words.every((word) => FILLERS.test(word))) return false
  return kind !== 'item' || !/[?!]$/.test(text)
}

/** `Follow-up`: also of what is only talked about again, so that its entries are those that say whose they are. */
export function isFollowUp({ key }: Head): boolean {
  return /^follow ?ups?\b/.test(key)
}

/** `Pending action items`: of an earlier meeting, with notes on them below, so that its entries are those that say whose they are. */
export function isPending({ key }: Head): boolean {
  return /^(?:pending|unchecked|outstanding|unfinished) /.test(key)
}

/** `Previous action items`, which are gone through again. */
export function isReviewHead({ key, kind }: Head): boolean {
  return kind === 'heading' && /^(?:the )?(?:previous|last|prior|past)(?: meetings?(?: s)?)? action items?$/.test(key)
}

/** A list of what a product or a project is to have, not of what came out of the meeting. */
export function isProduct({ key }: Head): boolean {
  return /\b(?:milestones?|roadmap|objectives?|okrs?|checklist|deliverables?)\b/.test(key)
}

/** Text that stands where an action item would, until there is one. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim())
}

const PLACEHOLDER =
  /^(?:[\W_]*|(?:none|nothing)\s*[.;–-]\s.*|(?:none|no|nil|nothing)(?: (?:new|yet|so far|recorded|today|this (?:week|time)))*(?: (?:action )?(?:items?|actions))?|no (?:consensus|action (?:needed|required|taken))|n\/?a|todo|tbd|tba|action items?|actions?|_.*_|<.*>|\[.*name.*\]|your .{0,30}here|(?:add |insert |put )?(?:(?:a|the) )?(?:links?|urls?) (?:to|for) (?:the )?(?:slides?|slide deck|deck|presentation|recording|video|notes|minutes|transcript)(?: here)?)\W*$/i

/** A remark among action items, not one of them: nobody is told to do it. */
export function isRemark(text: string): boolean {
  return (
    NEXT_MEETING.test(text.trim()) ||
    /^(?:it|they|this|that|these|those|there|will be|no|none|see(?! (?:if|whether|what|how|about|with)\b)|please see|same as)\b/i.test(
      text.trim(),
    )
  )
}

/** `The next call will be held in May.` */
const NEXT_MEETING =
  /^(?:(?:the|our) )?next (?:\S+ )?(?:meeting|call|session|sync)s?(?:\s*[:：]|\b.{0,30}\b(?:(?:will|to) (?:be|take)|is|are|takes)\b)/i

/** `Due: …`, `Status: …`, below an action item or beside it, says something of that one. */
export function isOfAnother(text: string): boolean {
  return /^\W*(?:due(?: date)?|(?:(?:soft|hard|new) )?deadline(?: (?:for|of) [^:：]{1,60})?|status|priority|owners?|assignees?)\s*[:：]/i.test(
    text,
  )
}

/** `Lee: What is our policy?` is said where things are only talked about again. */
export function isAsked(text: string): boolean {
  return /^(?:what|why|how|who|when|where|which|is|are|do|does|did|can|could|should|would)\b.*[?？]\W*$/i.test(text)
}

/** When something is to be done, as all that stands behind a name and over a list: `AM: In three weeks:`. */
const WHEN =
  /^(?:(?:in|by|until|till|within|before|after|on|from|during|this|next|for) |(?:today|tomorrow|now|asap|soon|later)\b|\d)/i

/**
 * `RD: Ask Simon about these:` over a list is something to do, and the items are what it is about. `from`: where the words behind the
 * owner begin, if that is known.
 */
export function isTaskOver(text: string, from = text.search(/[:：]/) + 1): boolean {
  const words = text
    .slice(from)
    .replace(/[\s:：]+$/, '')
    .trim()
  return /\s/.test(words) && !WHEN.test(words)
}

/** `Board: https://…` */
export function isAddress(text: string): boolean {
  return /^<?https?:\/\/\S+$/.test(text.trim())
}

/** All of the line is a link or an address: the list is kept elsewhere. */
export function isOnlyLink(line: Line, from: number, to: number): boolean {
  const text = line.text.slice(from, to).trim()
  if (/^(?:(?:[\p{L}\p{N}]+ ?){1,3}:\s*)?<?https?:\/\/\S+$/u.test(text)) return true
  const linked = line.pieces.filter(isLinked)
  const rest = linked.reduce((left, piece) => left.replace(line.text.slice(piece.from, piece.to), ''), text)
  return linked.length > 0 && !/[\p{L}\p{N}]/u.test(rest)
}
