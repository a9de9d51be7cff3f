import { passageOf, passageFor, spanOf } from '../people/passage.ts'
import { type Block, isLinked, type Line, spanIn, type View } from '../reading/index.ts'
import type { NoteTaker } from './attendance.ts'
import { labelOf, segmentsOf } from './label.ts'
import { isCalled } from './note-call.ts'
import { isBesideNotes, isRoleSection, noteLabelOf } from './note-label.ts'
import { namesIn, type NotePlace } from './note-names.ts'

/** Note takers behind a label in a line, below it, or in words of its own. */
export function placesInLines(view: View, block: Block): NotePlace[] {
  const lines = segmentsOf(block.lines)
  return lines.flatMap((line, index) => placeInLine(view, { ...block, lines }, line, index) ?? [])
}

function placeInLine(view: View, block: Block, line: Line, index: number): NotePlace | null {
  const { path } = block
  const label = labelOf(line)
  const sense = label && noteLabelOf(label.text, isRoleSection(line.heads))
  if (label && sense) {
    const names = namesIn(passageOf([line], label.rest))
    const isProved = sense.weak === 'no' || (sense.weak === 'unless full' && names.every(isFullName))
    if (!isProved && !isAmongRoles(view, block, index)) return null
    if (sense.weak !== 'no' && (names.length === 0 || line.pieces.some(isLinked))) return null
    const isUnclear = sense.isShared && names.length > 1
    const at = spanIn(line, label.rest)
    if (names.length > 0) return { form: 'line', path, row: line.row, names: isUnclear ? [] : names, at }
    return isFollowed(view, block, index) || !/[:：]/.test(line.text)
      ? below(block, index)
      : { form: 'line', path, row: line.row, names, at }
  }
  return wordsIn(block, line, index)
}

/** So near, another label of roles says that this is one. */
const NEAR = 2

/** Whether a line close before or behind says who chairs. */
function isAmongRoles({ blocks }: View, { lines, path }: Block, index: number): boolean {
  const at = blocks.findIndex((block) => block.path === path)
  const before = blocks.slice(Math.max(0, at - NEAR), at).flatMap((block) => block.lines)
  const behind = blocks.slice(at + 1, at + 1 + NEAR).flatMap((block) => block.lines)
  const here = before.length + index
  const around = [...before, ...lines, ...behind].slice(Math.max(0, here - NEAR), here + NEAR + 1)
  return around.some((line) => isBesideNotes(labelOf(line)?.text ?? ''))
}

/** `**Scribe:**` and the names in the next lines. */
function below(block: Block, index: number): NotePlace | null {
  const next = block.lines[index + 1]
  if (next === undefined || labelOf(next) !== null) return null
  const names = namesIn(passageOf([next]))
  return names.length === 0 ? null : { form: 'line', path: block.path, row: next.row, names, at: spanIn(next) }
}

/** Whether what the label announces stands below it. */
function isFollowed(view: View, block: Block, index: number): boolean {
  if (index < block.lines.length - 1) return labelOf(block.lines[index + 1]!) === null
  const next = view.blocks[view.blocks.findIndex(({ path }) => path === block.path) + 1]
  return (
    next !== undefined &&
    next.node.type !== 'heading' &&
    next.heads.some(({ path }) => path === block.path) &&
    isCalled(next)
  )
}

const SIGNED =
  /^(?:(?:recording|meeting|acting|minutes?)\s+)?(?:secretary|scribe|note[- ]?taker|recorder)(?:\s+(?:of|for|to)\s+(?:the\s+|this\s+)?[\p{L}\s]+)?\.?$/iu
const TAKEN =
  /^(?:the\s+)?(?:minutes|notes)\s+(?:(?:were|was|are)\s+)?(?:(?:taken|recorded|written|prepared|submitted|kept)\s+)?by\s+(.+?)\.?$|^scribed\s+by\s+(.+?)\.?$/i

/** `(Ann chairing, Bob scribing)` */
const SCRIBING =
  /^[([]?[^,;:()]{2,40}\s(?:chairing|presiding|facilitating|moderating|hosting)(?:\s*[,;]\s*|\s+and\s+)([^,;:()]{2,40})\s(?:scribing|minuting|taking (?:the )?(?:notes|minutes))[.)\]]*$/i

/** `Ann Bell was the chair and acting secretary of the meeting.` */
const ACTED =
  /^(\p{Lu}[^,;:.]{3,40}?)\s+(?:was|is|acted as|served as)\s+(?:the\s+)?[^,;:.]{0,40}\b(?:secretary|scribe|note[- ]?taker|minute[- ]?taker)\b(?:\s+(?:of|for)\s+[^,;:.]{3,30})?\.?$/u

/** `Minutes go to the wiki. Ann will serve as note taker for this call.` */
const SERVES =
  /(?:^|[.!?]\s+)(?<who>\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,2})\s+(?:will\s+|is\s+|was\s+)?(?:serv(?:e|es|ed|ing)|act(?:s|ed|ing)?)\s+as\s+(?:the\s+|our\s+)?(?:scribe|note[- ]?taker|minute[- ]?taker)(?:\s+(?:for|of)\s+(?:this|the|today['’]s)\s+(?:meeting|call|session))?\s*(?:[.!]|$)/u

/** `[ annb is your scribe. Please help! ]`; who only reads out what others write in a chat takes no notes. */
const IS_SCRIBE =
  /^[[(\s]*(?<who>@?[\p{L}\p{N}_-]+|\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,2})\s+is\s+(?:your|our|the|[Tt]oday['’]s)\s+(?:(?:etherpad|meeting|main|note|minute)\s+)?(?:scribe|note[- ]?taker|minute[- ]?taker)(?:\s+(?:today|for\s+(?:this|the|today['’]s)\s+(?:meeting|call|session)))?\s*(?:[.!;)\]]|$)/u
const NOBODY = /^(?:who|he|she|it|this|that|there|here|nobody|somebody|someone|everyone|everybody|one|chair)$/i

function scribeIn(text: string): string | undefined {
  const who = IS_SCRIBE.exec(text)?.groups?.['who']
  return who === undefined || NOBODY.test(who) ? undefined : who
}

/** `Notes taken by Ann.`, or `Secretary of the meeting` in the line below a name. */
function wordsIn(block: Block, line: Line, index: number): NotePlace | null {
  const { text } = line
  const acted = ACTED.exec(text.trim())
  const taken = TAKEN.exec(text.trim()) ?? SCRIBING.exec(text.trim()) ?? acted
  const before = block.lines[index - 1]
  const isSigned = SIGNED.test(text.trim()) && before !== undefined && labelOf(before) === null
  const who = taken === null ? (SERVES.exec(text)?.groups?.['who'] ?? scribeIn(text)) : (taken[1] ?? taken[2])
  const source = who !== undefined ? passageFor(line, who) : isSigned ? passageOf([before]) : null
  if (source === null) return null
  const names = namesIn(source)
  if (names.length === 0 || ((isSigned || acted !== null) && !/\p{Lu}.*\s/u.test(source.text))) return null
  return {
    form: 'words',
    path: block.path,
    row: line.row,
    names,
    at: spanOf(source, { from: 0, to: source.text.length }),
  }
}

function isFullName({ value }: NoteTaker): boolean {
  return /^\p{Lu}\S*\s+\p{Lu}/u.test(value)
}
