import { describe, expect, test } from 'vitest'

import { readItem, shownIn, TALK } from '../../testing/actions-shown.ts'

describe('what is pending from an earlier meeting', () => {
  test.each([
    ['Pending action items:'],
    ['## Unchecked action items'],
    ['### Outstanding actions'],
    ['* Pending action item:'],
  ])('is below %s what says whose it is', (head) => {
    const indent = head.startsWith('*') ? '  ' : ''
    const items = ['Ann to write', '[ ] Bo: read it', '2027-05-04: Cem to count', 'nobody has looked at the rest']
    const list = items.map((item) => `${indent}* ${item}\n`).join('')
    expect(shownIn(`# Weekly\n\n${head}\n\n${list}`)).toEqual(['Ann: write', 'Bo: read it', 'Cem: count'])
  })

  test.each([
    ['Pending action item: Lee to write the page', 'Lee: write the page'],
    ['Unchecked action item: write the page', 'write the page'],
    ['Mary: Pending action item: Lee to write the page', 'Lee: write the page'],
  ])('has a label: %s', (item, wanted) => {
    expect(readItem(item)).toEqual([wanted])
  })

  test.each([
    ['Pending action items: https://a.example/list'],
    ['Pending action item is to write the page'],
    ['Pending actions remain'],
  ])('is not %s', (item) => {
    expect(readItem(item)).toEqual([])
  })
})

describe('the day on which it was given to somebody', () => {
  test.each([
    ['[2027-05-04]: Ann to write'],
    ['2027-05-04: Ann to write'],
    ['(2027-05-04) Ann: write'],
    ['2027-05-04 - @ann write'],
  ])('stands before the owner: %s', (item) => {
    expect(shownIn(`## Action items\n\n- ${item}\n`)).toEqual([expect.stringMatching(/^ann: write$/i)])
  })

  test('is part of the text where nobody is named', () => {
    expect(shownIn('## Action items\n\n- 2027-05-04: the release\n')).toEqual(['2027-05-04: the release'])
  })
})

describe('an action item that somebody states', () => {
  test.each([
    ['Ann: Action Item for Lee to write the page', 'Lee: write the page'],
    ['Ann: Action item: write the page', 'write the page'],
  ])('%s', (item, wanted) => {
    expect(readItem(item)).toEqual([wanted])
  })
})

describe('names in brackets at the end of an entry', () => {
  test('are owners where somebody of that name speaks', () => {
    const talk = `${TALK}- Mark: and the page?\n`
    const list = (item: string): string => `${talk}\n## Action items\n\n- ${item}\n- read it\n`
    expect(shownIn(list('print the page (Mark)'))).toEqual(['Mark: print the page', 'read it'])
    expect(shownIn(list('print the page (Chrome)'))).toEqual(['print the page (Chrome)', 'read it'])
  })
})

test('points behind the numbered list below a label are about something else', () => {
  expect(shownIn('# Weekly\n\nTODO:\n\n1. write the page\n2. read it\n\n\n* People had to wait for it\n')).toEqual([
    'write the page',
    'read it',
  ])
  expect(shownIn('# Weekly\n\nTODO:\n\n* write the page\n\n- read it\n')).toEqual(['write the page', 'read it'])
})
