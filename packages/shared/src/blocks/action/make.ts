import type { DocJson, InlineJson } from '../../document/node.ts'
import type { Change } from '../change/change.ts'
import { lineAt, type LinePlace, setRole } from '../change/line.ts'
import { written } from '../change/words.ts'
import type { Span } from '../path.ts'
import type { Roster } from '../people/roster.ts'
import { type Item, type Line, spanIn } from '../reading/index.ts'
import { speakingIn, type Voices } from '../speaker/voices.ts'
import type { OwnerForm } from './action.ts'
import { readTypedBox } from './done.ts'
import { handlesOf } from './handles.ts'
import { readOwners } from './owners.ts'
import { isActionHead } from './section.ts'
import { AROUND, spellLabel, spellOwners } from './spell.ts'
import type { ActionStyle } from './style.ts'

/** A line that became an action item. */
export interface Made {
  readonly changes: readonly Change[]
  /** After the changes: the owner who was taken from the line's speaker, or the place where one is to be written. */
  readonly caret: Span
}

/** Who speaks in a line, by places in it; nobody: an empty name at the beginning of the text. */
interface Speaker {
  readonly names: readonly string[]
  readonly from: number
  readonly to: number
  /** Where it goes on behind the name's colon. */
  readonly text: number
}

/**
 * Makes a line of a text block an action item as the style writes them; whoever speaks in it is its owner at first. Null where
 * there is no such line or nothing in it.
 */
export function makeAction(document: DocJson, place: LinePlace, style: ActionStyle, roster: Roster): Made | null {
  const found = lineAt(document, place)
  if (found === null || found.line.text.trim() === '') return null
  const { line, view } = found
  const begin = readTypedBox(line)?.to ?? line.text.length - line.text.trimStart().length
  const speaker = speakerAt(line, begin, speakingIn(view, roster).voices)
  if (style.form === 'trailing-label') return withLabelBehind(line, style)
  if (style.form === 'box' && line.isItemStart && line.item !== null) return withBox(line, line.item, speaker, begin)
  return withLabel(line, begin, speaker, spelledFor(style, speaker, roster))
}

function speakerAt(line: Line, begin: number, names: Voices): Speaker {
  const said = readOwners(line, begin, names)
  const [first, last] = [said?.people[0], said?.people.at(-1)]
  if (said?.form !== 'colon' || first === undefined || last === undefined) {
    return { names: [], from: begin, to: begin, text: begin }
  }
  return { names: said.people.map(({ name }) => name), from: first.from, to: last.to, text: said.to }
}

function withLabelBehind(line: Line, style: ActionStyle): Made {
  const [label] = spellLabel({ ...style, separator: ' ' }, '')
  const content: readonly InlineJson[] = [...written(' '), ...(label === undefined ? [] : [label])]
  const end = line.text.trimEnd().length
  const caret = end + lengthOf(content)
  return {
    changes: [{ type: 'text', at: spanIn(line, end, end), content }, ...setRole(line, null)],
    caret: spanIn(line, caret, caret),
  }
}

/** The item gets a box; one that was typed where Markdown sees none goes. */
function withBox(line: Line, item: Item, speaker: Speaker, begin: number): Made {
  const typed = readTypedBox(line) === null ? 0 : begin
  // Without a name a check box is one of many things; that it is an action item is then what a person says.
  const isClear = speaker.names.length > 0 || line.heads.some(isActionHead)
  return {
    changes: [
      { type: 'attrs', path: item.path, attrs: { checked: false } },
      ...(typed === 0 ? [] : [{ type: 'text', at: spanIn(line, 0, typed), content: [] } as const]),
      ...setRole(line, isClear ? null : 'action'),
    ],
    caret: spanIn(line, speaker.from - typed, speaker.to - typed),
  }
}

/** A label before the text, with the speaker where the style has its owners. */
function withLabel(line: Line, begin: number, speaker: Speaker, { style, form, names }: Spelled): Made {
  const label = spellLabel(style, names)
  const isInside = form === 'parens' || form === 'brackets'
  const [before, behind] = names === '' ? ['', ''] : AROUND[form]
  const owner = isInside ? [] : written(`${before}${names}${behind}`)
  const wordEnd = style.label.length + (style.isBracketed ? 1 : 0)
  const caret = begin + (isInside ? wordEnd : lengthOf(label)) + before.length
  return {
    changes: [
      { type: 'text', at: spanIn(line, begin, speaker.text), content: [...label, ...owner] },
      ...setRole(line, null),
    ],
    caret: spanIn(line, caret, caret + names.length),
  }
}

interface Spelled {
  readonly style: ActionStyle
  readonly form: Exclude<OwnerForm, 'above' | 'cell' | 'sentences'>
  readonly names: string
}

/** The speaker as owner. Where handles are written, only one that the attendance has: none is made up. */
function spelledFor(style: ActionStyle, { names }: Speaker, roster: Roster): Spelled {
  const handles = style.isHandle && names.length > 0 ? handlesOf(names, roster) : null
  const known = beforeText(style)
  const form = known === 'mention' && names.length > 0 && handles === null ? 'colon' : known
  const words = spellOwners(handles ?? names, form, handles !== null)
  return { style: { ...style, owner: form }, form, names: words }
}

/** Where an owner can stand before words that were not made for it. */
function beforeText({ owner, isBracketed }: ActionStyle): Exclude<OwnerForm, 'above' | 'cell' | 'sentences'> {
  switch (owner) {
    case 'parens':
    case 'dash':
    case 'mention':
      return owner
    case 'brackets':
      return isBracketed ? owner : 'colon'
    case 'colon':
    case 'to':
    case 'will':
    case 'end-dash':
    case 'end-parens':
    case 'behind-label':
    case 'above':
      return 'colon'
  }
}

function lengthOf(content: readonly InlineJson[]): number {
  return content.reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : 1), 0)
}
