import { describe, expect, test } from 'vitest'

import { habitsOf, PLAIN_HABITS } from './habits.ts'

describe('the habits that texts show', () => {
  test('are the plain ones where nothing shows any', () => {
    expect(habitsOf('')).toEqual(PLAIN_HABITS)
    expect(habitsOf('A paragraph.\n\nAnother one.\n')).toEqual(PLAIN_HABITS)
  })

  test('are counted over all texts of a group', () => {
    const stars = '* a\n* b\n* c\n'
    expect(habitsOf(stars, '- a\n').bullet).toBe('*')
    expect(habitsOf(stars, '- a\n- b\n- c\n- d\n').bullet).toBe('-')
  })

  test('tell lists that count from those that repeat a number, across nested ones', () => {
    expect(habitsOf('1. a\n   1. b\n   1. c\n1. d\n').isAllOnes).toBe(true)
    expect(habitsOf('1. a\n   1. b\n   2. c\n2. d\n').isAllOnes).toBe(false)
    expect(habitsOf('1. a\n\n## Next\n\n1. b\n').isAllOnes).toBe(false)
  })

  test('tell where nested items stand, and where the text of an item goes on', () => {
    expect(habitsOf('- a\n   - b that is\n      long\n')).toMatchObject({ indent: 3, hang: 3 })
    expect(habitsOf('- a that is\n  long\n    - b\n')).toMatchObject({ indent: 4, hang: 0 })
    expect(habitsOf('1. a that is\n   long\n')).toMatchObject({ hang: 0 })
    expect(habitsOf('- a\nlazy\n')).toMatchObject({ hang: 0 })
  })

  test('tell tables without blanks by their heads', () => {
    const padded = '| a | b |\n|---|---|\n| 1 | 2 |\n\n'
    const tight = '|a|b c|\n|-|---|\n|1|2|\n\n'
    expect(habitsOf(tight).isTableTight).toBe(true)
    expect(habitsOf(`${tight}x\n\na|b\n-|-\n1|2\n\n${padded}`).isTableTight).toBe(true)
    expect(habitsOf(padded)).toEqual(PLAIN_HABITS)
    expect(habitsOf(tight + padded)).toEqual(PLAIN_HABITS)
  })

  test('tell the width at which lines are wrapped, from where they break', () => {
    const width = (limit: number): string => {
      const words = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' ')
      const lines = ['']
      for (let index = 0; index < 120; index++) {
        const word = words[index % words.length] ?? ''
        const line = `${lines.at(-1)} ${word}`.trim()
        if (line.length <= limit) lines[lines.length - 1] = line
        else lines.push(word)
      }
      return lines.join('\n')
    }
    expect(habitsOf(width(80)).wrap).toBe(80)
    expect(habitsOf(width(100)).wrap).toBe(100)
    const spoken = [
      'Ann: a',
      'Bob: a somewhat longer line',
      'Ann: b',
      'Cem: an even longer line than that one was',
    ].join('\n')
    expect(habitsOf(spoken.repeat(3)).wrap).toBe(0)
  })
})
