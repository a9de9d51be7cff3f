import type { DocJson, InlineJson } from '../../document/node.ts'
import type { Change } from '../change/change.ts'
import { lineAt, type LinePlace, setRole } from '../change/line.ts'
import { wordsAt, written } from '../change/words.ts'
import { nodeAt, type Path, type Span } from '../path.ts'
import { KnownNames } from '../people/known-names.ts'
import type { Roster } from '../people/roster.ts'
import type { Line } from '../reading/index.ts'
import type { Action, OwnerForm } from './action.ts'
import { readTypedBox } from './done.ts'
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

/**
 * Makes a line of a text block an action item as the style writes them; whoever speaks in it is its owner at first. Null where
 * there is no such line or nothing in it.
 */
export function makeAction(document: DocJson, place: LinePlace, style: ActionStyle, roster: Roster): Made | null {
  const found = lineAt(document, place)
  if (found === null || found.line.text.trim() === '') return null
  const { line, view } = found
  const from = readTypedBox(line)?.to ?? line.text.length - line.text.trimStart().length
  const names = KnownNames.of(view, roster)
  const speaker = readOwners(line, from, names)
  const said = speaker?.form === 'colon' ? speaker : null
  const owners = said?.people.map(({ name }) => name) ?? []
  const end = {
    path: line.path,
    from: line.from + line.text.trimEnd().length,
    to: line.from + line.text.trimEnd().length,
  }
  const role = setRole(line, null)
  if (style.form === 'trailing-label') {
    const label: readonly InlineJson[] = [...written(' '), ...spellLabel({ ...style, separator: ' ' }, '').slice(0, 1)]
    const at = end.from + lengthOf(label)
    return {
      changes: [{ type: 'text', at: end, content: label }, ...role],
      caret: { path: line.path, from: at, to: at },
    }
  }
  const item = itemOf(document, line)
  if (style.form === 'box' && item !== null) {
    const box: Change = { type: 'attrs', path: item, attrs: { checked: false } }
    const typed = from > 0 && readTypedBox(line) !== null ? [cut(line, 0, from)] : []
    // Without a name a check box is one of many things; that it is an action item is then what a person says.
    const isPlain = said === null && !line.heads.some(isActionHead)
    const begin = line.from + (typed.length > 0 ? 0 : from)
    const name =
      said === null ? [begin, begin] : [begin + said.people[0]!.from - from, begin + said.people.at(-1)!.to - from]
    return {
      changes: [box, ...typed, ...(isPlain ? setRole(line, 'action') : role)],
      caret: { path: line.path, from: name[0]!, to: name[1]! },
    }
  }
  return labelled(line, from, said?.to ?? from, owners, style, role)
}

/** Puts a label before the text, with the speaker where the style has its owners. */
function labelled(
  line: Line,
  from: number,
  text: number,
  owners: readonly string[],
  style: ActionStyle,
  role: readonly Change[],
): Made {
  const known = ownerForm(style)
  const names = spellOwners(owners, known, style.isHandle)
  const label = spellLabel({ ...style, owner: known }, names)
  const isInside = known === 'parens' || known === 'brackets'
  const [before, behind] = AROUND[known]
  const prefix = isInside || names === '' ? [] : written(`${before}${names}${behind}`)
  const at = { path: line.path, from: line.from + from, to: line.from + text }
  const begin =
    at.from +
    (isInside ? style.label.length + before.length + (style.isBracketed ? 1 : 0) : lengthOf(label) + before.length)
  const empty = at.from + (isInside ? style.label.length + (style.isBracketed ? 1 : 0) : lengthOf(label))
  return {
    changes: [{ type: 'text', at, content: [...label, ...prefix] }, ...role],
    caret:
      names === ''
        ? { path: line.path, from: empty, to: empty }
        : { path: line.path, from: begin, to: begin + names.length },
  }
}

/** Where a speaker can stand as owner before words that are not made for it. */
function ownerForm({ owner, isBracketed }: ActionStyle): Exclude<OwnerForm, 'above'> {
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

/** Makes an action item an ordinary line again: its label or box goes, owners in the label stay as who speaks. */
export function unmakeAction(document: DocJson, action: Action): readonly Change[] {
  const { parts, owners, form, carrier, box } = action
  const changes: Change[] = []
  const inLabel = parts.label !== null && parts.owners.at !== null && parts.owners.at.from < parts.label.to
  const names = inLabel && form === 'label' ? owners.map(({ value }) => value).join(', ') : ''
  if (parts.label !== null) {
    changes.push({
      type: 'text',
      at: form === 'trailing-label' ? endOf(document, parts.label) : parts.label,
      content: written(names === '' ? '' : `${names}: `),
    })
  }
  if (box !== null) changes.push({ type: 'attrs', path: box, attrs: { checked: null } })
  if (parts.done?.form === 'typed-box') changes.push({ type: 'text', at: parts.done.at!, content: [] })
  const line = lineAt(document, carrier)?.line
  if (line === undefined) return changes
  return [...changes, ...setRole(line, line.heads.some(isActionHead) ? 'plain' : null)]
}

/** A label at the end goes with all that follows it and the blank before it. */
function endOf(document: DocJson, label: Span): Span {
  const text = wordsAt(document, { ...label, from: 0, to: label.from })
  return {
    ...label,
    from: text.trimEnd().length,
    to: wordsAt(document, { ...label, from: 0, to: Number.MAX_SAFE_INTEGER }).length,
  }
}

function itemOf(document: DocJson, { path, isItemStart, item }: Line): Path | null {
  return isItemStart && item !== null && nodeAt(document, path.slice(0, -1))?.type === 'listItem' ? item.path : null
}

function cut(line: Line, from: number, to: number): Change {
  return { type: 'text', at: { path: line.path, from: line.from + from, to: line.from + to }, content: [] }
}

function lengthOf(content: readonly InlineJson[]): number {
  return content.reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : 1), 0)
}
