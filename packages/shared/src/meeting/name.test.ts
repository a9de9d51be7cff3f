import { describe, expect, test } from 'vitest'

import { fold, isSamePerson } from './name.ts'

describe('a name as it is compared', () => {
  test.each([
    ['Oăna  D.', 'oana d'],
    ['Jean-Pierre O’Neill', 'jean pierre oneill'],
    ['Łukasz GROẞ', 'lukasz gross'],
    ['İpek Işık', 'ipek isik'],
    ['Ann 🙂 Bell ⚙️', 'ann bell'],
    ['山田 太郎', '山田 太郎'],
    ['🙂', ''],
  ])('has no case, accents and punctuation: %s', (name, folded) => {
    expect(fold(name)).toBe(folded)
  })

  test('keeps the marks that are letters of their script', () => {
    expect(fold('राम')).not.toBe(fold('रमा'))
    expect(fold('かわだ')).not.toBe(fold('かわた'))
    expect(fold('מֹשֶׁה')).toBe(fold('משה'))
  })
})

describe('two who may be the same person', () => {
  test('are, by their handles where both have one, else by their names', () => {
    expect(isSamePerson({ name: 'Ann', handle: 'ann' }, { name: 'Ann Bell', handle: 'Ann' })).toBe(true)
    expect(isSamePerson({ name: 'Ann', handle: 'ann' }, { name: 'Ann', handle: 'ann2' })).toBe(false)
    expect(isSamePerson({ name: 'ÁNN bell', handle: 'ann' }, { name: 'Ann  Bell' })).toBe(true)
  })

  test('are not, only because their names have no letters', () => {
    expect(isSamePerson({ name: '🙂' }, { name: '👍' })).toBe(false)
    expect(isSamePerson({ name: '🙂 ' }, { name: '🙂' })).toBe(true)
  })
})
