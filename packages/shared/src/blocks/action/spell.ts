import type { MarkJson, TextJson } from '../../document/node.ts'
import { written } from '../change/words.ts'
import type { OwnerForm } from './action.ts'
import type { ActionStyle } from './style.ts'

/** What stands around owners, by their form. */
export const AROUND: Readonly<Record<Exclude<OwnerForm, 'above'>, readonly [before: string, behind: string]>> = {
  colon: ['', ': '],
  to: ['', ' to '],
  will: ['', ' will '],
  mention: ['', ' '],
  parens: ['(', ')'],
  brackets: [' - ', ''],
  dash: ['', ' - '],
  'end-dash': [' - ', ''],
  'end-parens': [' (', ')'],
  'behind-label': [': ', ''],
  sentences: ['', ': '],
  cell: ['', ''],
}

/** `Lee`, `Lee and Mary`, `@lee, @mary`: joined as a sentence wants it, or with what stands between the names already. */
export function spellOwners(owners: readonly string[], form: OwnerForm, isHandle: boolean, between?: string): string {
  const names = owners.map((name) => (isHandle && !/\s/.test(name) ? `@${name}` : name))
  if (between !== undefined && !/\band\b|&/.test(between)) return names.join(between)
  const isSentence = form === 'to' || form === 'will'
  const last = names.at(-1) ?? ''
  return isSentence && names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : names.join(', ')
}

/** A label with the owners that stand in it and what separates it from the text: `**AI**: `, `AI(Lee): `, `[ACTION - Lee] `. */
export function spellLabel(style: ActionStyle, owners: string): readonly TextJson[] {
  const marks: readonly MarkJson[] = style.mark === null ? [] : [{ type: style.mark }]
  const { owner } = style
  const isInside = owners !== '' && (owner === 'parens' || owner === 'brackets')
  const label = isInside ? `${style.label}${AROUND[owner].join(owners)}` : style.label
  return [...written(style.isBracketed ? `[${label}]` : label, marks), ...written(style.separator)]
}

/** An owner before a text that is still to be written: in a label's brackets there is no place any more, and only a handle needs no colon. */
export function spellFirstOwner(owner: string, { owner: form, isHandle }: ActionStyle): readonly TextJson[] {
  const isMention = form === 'mention' && isHandle && !/\s/.test(owner)
  const known = isMention || form === 'dash' || form === 'to' || form === 'will' ? form : 'colon'
  return written(`${spellOwners([owner], known, isHandle)}${AROUND[known][1]}`)
}
