import type { BlockJson, InlineJson, ListItemJson, ParagraphJson } from '../../document/node.ts'
import { written } from '../change/words.ts'
import { writeDate } from './due.ts'
import { AROUND, spellLabel, spellOwners } from './spell.ts'
import type { ActionStyle } from './style.ts'

/** An action item that is to be written. */
export interface NewAction {
  readonly text: string
  /** As they are to be written, handles without the `@`. */
  readonly owners?: readonly string[]
  /** ISO 8601. */
  readonly due?: string
}

/** An action item as a paragraph in this style; in a section's list it needs no label. */
export function newAction(action: NewAction, style: ActionStyle): ParagraphJson {
  return { type: 'paragraph', content: contentOf(action, style) }
}

/** An action item as an item of a list, with a box where the style has them. */
export function newActionItem(action: NewAction, style: ActionStyle): ListItemJson {
  const content = [newAction(action, style)]
  return style.form === 'box' ? { type: 'listItem', attrs: { checked: false }, content } : { type: 'listItem', content }
}

/** A section of action items below a heading of its own. */
export function newActionSection(
  heading: { readonly text: string; readonly level: number },
  actions: readonly NewAction[],
  style: ActionStyle,
): readonly BlockJson[] {
  const listed: ActionStyle = { ...style, form: style.form === 'box' ? 'box' : 'section' }
  const items = actions.map((action) => newActionItem(action, listed))
  const title: BlockJson = { type: 'heading', attrs: { level: heading.level }, content: written(heading.text) }
  return items.length === 0 ? [title] : [title, { type: 'bulletList', content: items }]
}

function contentOf({ text, owners = [], due }: NewAction, style: ActionStyle): readonly InlineJson[] {
  const form = style.owner === 'above' ? 'colon' : style.owner
  const hasLabel = style.form === 'label'
  const isInLabel = form === 'parens' || form === 'brackets'
  const known = isInLabel && !hasLabel ? 'colon' : form
  const names = owners.length === 0 ? '' : spellOwners(owners, known, style.isHandle)
  const label = hasLabel ? spellLabel({ ...style, owner: known }, names) : []
  const [before, behind] = isInLabel && hasLabel ? ['', ''] : AROUND[known]
  const owned = names === '' || (isInLabel && hasLabel) ? '' : `${before}${names}${behind}`
  const isBehind = known === 'end-dash' || known === 'end-parens' || known === 'behind-label'
  const isSentence = known === 'to' || known === 'will'
  const said =
    isSentence && owned !== '' ? text.replace(/^\p{Lu}(?=[\p{Ll}\s])/u, (letter) => letter.toLowerCase()) : text
  const date = due === undefined ? '' : ` (due ${writeDate(due, style.date)})`
  const words =
    isBehind && style.form !== 'trailing-label' ? `${said}${date}${owned}` : `${isBehind ? '' : owned}${said}${date}`
  if (style.form !== 'trailing-label') return [...label, ...written(words)]
  const ending = spellLabel({ ...style, separator: ' ' }, '').slice(0, 1)
  return [...written(`${words} `), ...ending, ...written(isBehind ? owned : '')]
}
