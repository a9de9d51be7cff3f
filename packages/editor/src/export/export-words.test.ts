import { describe, expect, test } from 'vitest'

import { differenceWords, fileNameOf, invisibleThings } from './export-words.ts'

describe('the words above an export', () => {
  test('sum up how it differs from the imported file', () => {
    expect(differenceWords(null)).toBe('New minutes, nothing imported')
    expect(differenceWords(0)).toBe('Identical to the imported file')
    expect(differenceWords(1)).toBe('1 line differs from the imported file')
    expect(differenceWords(3)).toBe('3 lines differ from the imported file')
  })

  test('name what nobody can see', () => {
    expect(invisibleThings('a\nb\n')).toEqual([])
    expect(invisibleThings('\ufeffa\r\nb')).toEqual([
      'Begins with a byte order mark',
      'Lines end in CRLF',
      'No newline at the end',
    ])
    expect(invisibleThings('a\r\nb\n')).toEqual(['Some lines end in CRLF'])
  })
})

describe('the name of a download', () => {
  test('is the title as a file name', () => {
    expect(fileNameOf('SIG Registries, 27 April 2027')).toBe('sig-registries-27-april-2027.md')
    expect(fileNameOf('Réunion / équipe')).toBe('reunion-equipe.md')
    expect(fileNameOf('議事録')).toBe('議事録.md')
    expect(fileNameOf('…')).toBe('minutes.md')
  })
})
