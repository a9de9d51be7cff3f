import { describe, expect, test } from 'vitest'

import { TALK, shownIn, readItem } from '../../testing/actions-shown.ts'

describe('a check box makes it one', () => {
  test.each([
    ['[ ] @ann: write', 'ann: write'],
    ['[ ] @ann will write', 'ann: write'],
    ['[x] @ann write', '[x] ann: write'],
    ['[ ] Lee: write', 'Lee: write'],
    ['[ ] Lee to write', 'Lee: write'],
    ['[x] **lee** - write', '[x] lee: write'],
    ['[] Lee - write', 'Lee: write'],
    ['[X] Lee/Mary to write', '[x] Lee, Mary: write'],
    ['[ ] write (@lee)', 'lee: write'],
    ['[ ] write @lee', 'lee: write'],
  ])('with an owner: %s', (item, wanted) => {
    expect(readItem(item)).toEqual([wanted])
  })

  test.each([
    ['[ ] TODO'],
    ['[ ] the page is written'],
    ['[ ] Migrate to the new site'],
    ['[x] @ann'],
    ['[ ] Parts:'],
    ['[ ] ask @lee for it'],
  ])('not %s', (item) => {
    expect(readItem(item)).toEqual([])
  })

  test('in a section of action items also without an owner, where Markdown sees no box too', () => {
    expect(shownIn('## Action items\n\n- [ ] write\n- [x] read\n- [] ask\n- [ ] TODO\n')).toEqual([
      'write',
      '[x] read',
      'ask',
    ])
  })

  test('not in a row of an item with a box, which is a step of it unless it has an owner', () => {
    const rows = '- [ ] **Ann**: write\n\t  - [ ] short and long\n\t  - [ ] Lee: read\n'
    expect(shownIn(`## Action items\n\n${rows}`)).toEqual(['Ann: write', 'Lee: read'])
  })

  test('not in what a robot wrote, nor in what a product is to have', () => {
    expect(shownIn(`${TALK}\n> - [ ] @ann\n> - [x] @lee did review\n`)).toEqual([])
    expect(shownIn(`${TALK}\n## Milestone\n\n- [ ] @ann write\n`)).toEqual([])
  })
})
