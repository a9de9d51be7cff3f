import { expect, test } from 'vitest'

import { spellFirstOwner } from './spell.ts'
import { type ActionStyle, PLAIN_ACTIONS } from './style.ts'

test.each([
  ['a handle stands before the text as it is', 'ann', { owner: 'mention', isHandle: true }, '@ann '],
  ['but a name has a colon', 'Ann Bell', { owner: 'mention', isHandle: true }, 'Ann Bell: '],
  ['and so has one that is no handle', 'Ann', { owner: 'mention', isHandle: false }, 'Ann: '],
  ['a sentence goes on', 'Ann Bell', { owner: 'will', isHandle: false }, 'Ann Bell will '],
  ['brackets of a label are closed already', 'Ann Bell', { owner: 'parens', isHandle: false }, 'Ann Bell: '],
] as const satisfies readonly (readonly [string, string, Partial<ActionStyle>, string])[])(
  'the owner of an action item that is being typed: %s',
  (_what, owner, style, text) => {
    expect(spellFirstOwner(owner, { ...PLAIN_ACTIONS, ...style })).toEqual([{ type: 'text', text }])
  },
)
