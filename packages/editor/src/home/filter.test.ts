import { describe, expect, test } from 'vitest'

import { matching } from './filter.ts'

const meeting = (title: string) => ({ id: title, title, createdAt: '', updatedAt: '', epoch: '', base: null })
const MEETINGS = [meeting('SIG Registries, 27 April'), meeting('Réunion hebdomadaire'), meeting('SIG Packaging')]
const found = (words: string) => matching(MEETINGS, words).map(({ title }) => title)

describe('finding a meeting', () => {
  test('takes the words in any order and case', () => {
    expect(found('april sig')).toEqual(['SIG Registries, 27 April'])
  })

  test('does not ask for accents', () => {
    expect(found('reunion')).toEqual(['Réunion hebdomadaire'])
  })

  test('shows all of them for no words, and none for a word that none has', () => {
    expect(found('  ')).toHaveLength(3)
    expect(found('sig budget')).toEqual([])
  })
})
