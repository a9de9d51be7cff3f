import { describe, expect, test } from 'vitest'

import { structureKeys } from './keys/structure.ts'
import { capsOf, shortcuts, titled } from './shortcuts.ts'

describe('the help', () => {
  test('names no key that does not exist', () => {
    // What neither a format nor our key map has: the binding's, the slash, the two ways of the browser, and the page's own.
    const elsewhere = ['Mod-z', 'Mod-y', 'Mod-Shift-v', 'Escape Tab', '/', 'F6', 'Shift-F6', 'F8', 'Mod-.', 'Mod-Enter']
    const named = shortcuts.slice(1).flatMap((group) => group.shortcuts.flatMap(({ key }) => key ?? []))
    expect(named.filter((key) => !(key in structureKeys) && !elsewhere.includes(key))).toEqual([])
  })

  test('names every key that people would not press by themselves', () => {
    const natural = ['Backspace', 'Delete', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'Mod-a']
    const named = new Set(shortcuts.flatMap((group) => group.shortcuts.map(({ key }) => key)))
    expect(Object.keys(structureKeys).filter((key) => !named.has(key) && !natural.includes(key))).toEqual([])
  })

  test('writes keys as their caps read', () => {
    expect(capsOf('Mod-Shift-8', false)).toEqual(['Ctrl', 'Shift', '8'])
    expect(capsOf('Mod-Alt-k', true)).toEqual(['⌘', '⌥', 'K'])
    expect(capsOf('Escape Tab', false)).toEqual(['Esc', 'Tab'])
    expect(titled({ title: 'Bold', key: 'Mod-b' })).toBe('Bold (Ctrl+B)')
    expect(titled({ title: 'HTML', key: null })).toBe('HTML')
  })
})
