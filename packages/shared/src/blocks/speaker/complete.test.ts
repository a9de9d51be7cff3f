import { describe, expect, test } from 'vitest'

import { linesOf } from '../../markdown/lines.ts'
import { understand } from '../understand.ts'
import { completeSpeaker, recentSpeakers, speakerMeant, type Speaking } from './complete.ts'
import { nextContent, speakerStyle } from './style.ts'

const PRESENT =
  '## Present\n\n- Ann Bell (AB) @abell\n- Bo Carr @boc\n- Răzvan Deac\n- Bea Aalto\n- Bo Ek\n\n## Notes\n\n'

/** Behind everything. */
const END = { path: [Infinity], from: 0 }

function speakingIn(notes: string): Speaking {
  const { turns, roster } = understand(linesOf(PRESENT + notes).document)
  return { turns, roster, style: speakerStyle(turns, roster) }
}

function offered(typed: string, notes = ''): string[] {
  return completeSpeaker(typed, END, speakingIn(notes)).map(({ name }) => name)
}

/** What stands on the line afterwards, with marks as Markdown writes them. */
function written(typed: string, notes: string): string | undefined {
  const content = completeSpeaker(typed, END, speakingIn(notes))[0]?.content
  return content?.map((node) => (node.type === 'text' ? marked(node.text, node.marks?.[0]?.type) : '')).join('')
}

function marked(text: string, mark: string | undefined): string {
  const sign = mark === 'bold' ? '**' : mark === 'italic' ? '*' : ''
  return `${sign}${text}${sign}`
}

describe('whom letters can mean', () => {
  test.each([
    ['an', ['Ann Bell']],
    ['Ann B', ['Ann Bell']],
    ['raz', ['Răzvan Deac']],
    ['AB', ['Ann Bell']],
    ['be', ['Bea Aalto', 'Bo Ek', 'Ann Bell']],
    ['de', ['Răzvan Deac']],
    ['boc', ['Bo Carr']],
    ['b', ['Bo Carr', 'Bea Aalto', 'Bo Ek', 'Ann Bell']],
    ['zz', []],
    ['', []],
  ])('%s', (typed, names) => {
    expect(offered(typed)).toEqual(names)
  })

  test('those who spoke last before all others', () => {
    const notes = 'Bea: a\n\nAnn: b\n\nBea: c\n\nBo Ek: d\n'
    expect(offered('b', notes)).toEqual(['Bo Ek', 'Bea Aalto', 'Ann Bell', 'Bo Carr'])
    expect(offered('', notes)).toEqual(['Bo Ek', 'Bea Aalto', 'Ann Bell'])
  })

  test('those who have spoken above, not below', () => {
    const { turns } = speakingIn('Bea: a\n\nAnn: b\n')
    expect(recentSpeakers(turns, turns[1]?.at ?? END)).toEqual(['Bea Aalto'])
  })

  test('people who speak and are not in the attendance', () => {
    expect(offered('zo', 'Zoe: a\n\nZoe: b\n\nZoe: c\n')).toEqual(['Zoe'])
  })
})

describe('letters with a colon', () => {
  const meant = (typed: string, notes = ''): string | undefined => speakerMeant(typed, END, speakingIn(notes))?.name

  test('mean whom they name, or whom alone they begin', () => {
    expect(meant('AB:')).toBe('Ann Bell')
    expect(meant('ann:')).toBe('Ann Bell')
    expect(meant('Bo Ek:')).toBe('Bo Ek')
    expect(meant('raz:')).toBe('Răzvan Deac')
  })

  test('mean nobody where they may mean several', () => {
    expect(meant('Bo:')).toBeUndefined()
    expect(meant('b:')).toBeUndefined()
    expect(meant(':')).toBeUndefined()
  })
})

describe('what is written is what the file writes', () => {
  test.each([
    ['', 'Ann: '],
    ['Bea: hi\n\nRăzvan: ho\n', 'Ann: '],
    ['Bea Aalto: hi\n\nRăzvan Deac: ho\n', 'Ann Bell: '],
    ['BA: hi\n\nRD: ho\n', 'AB: '],
    ['@boc: hi\n', '@abell: '],
    ['**Bea**: hi\n', '**Ann**: '],
    ['**Bea:** hi\n', '**Ann:** '],
    ['- *Bea*: hi\n', '*Ann*: '],
    ['Bea:hi\n\nRăzvan:ho\n', 'Ann:'],
    ['[name=bea] hi\n', '[name=Ann] '],
    ['\\[Bea] hi\n', '[Ann] '],
    ['Bea Aalto: hi\n\nAnn: ho\n\nBea Aalto: hi\n', 'Ann: '],
  ])('%j', (notes, wanted) => {
    expect(written('ann', notes)).toBe(wanted)
  })

  test('with the full name where the short one may mean another', () => {
    expect(written('boc', 'Bea: hi\n')).toBe('Bo Carr: ')
  })
})

describe('Enter goes on with the same person', () => {
  test('by the name', () => {
    const { style } = speakingIn('Bea: hi\n\nBea: ho\n')
    expect(nextContent('Bea', style)).toEqual([{ type: 'text', text: 'Bea: ' }])
  })

  test('by dots where the file does so', () => {
    const { style } = speakingIn('Bea: hi\n\n... ho\n\nAnn: no\n')
    expect(nextContent('Bea', style)).toEqual([{ type: 'text', text: '... ' }])
  })
})
