import { describe, expect, test } from 'vitest'

import { TALK, actionsIn, readItem } from '../../testing/actions-shown.ts'
import { last } from '../../testing/there.ts'

describe('due', () => {
  test.each([
    ['ACTION: write by 2027-05-04', 'write (2027-05-04)'],
    ['ACTION: Lee to write, due 4 May 2027', 'Lee: write (2027-05-04)'],
    ['ACTION: write (due: May 4th, 2027)', 'write (2027-05-04)'],
    ['ACTION: write [due 2027-05-04]', 'write (2027-05-04)'],
    ['ACTION: write by Tuesday 4 May 2027.', 'write (2027-05-04)'],
    ['ACTION: write Due: 2027-05-04 (Tuesday 4 May)', 'write (2027-05-04)'],
    ['ACTION: write (due 2027-05-04) - Lee', 'Lee: write (2027-05-04)'],
    ['ACTION: write - Lee (due 2027-05-04)', 'Lee: write (2027-05-04)'],
    ['ACTION: write by 2027-05-04 what we said', 'write by 2027-05-04 what we said (2027-05-04)'],
  ])('%s', (item, wanted) => {
    expect(readItem(item)).toEqual([wanted])
  })

  test.each([
    ['ACTION: write by 4 May'],
    ['ACTION: write before the next meeting'],
    ['ACTION: write by Friday'],
    ['ACTION: write in 3 weeks'],
    ['ACTION: write by 31 February 2027'],
    ['ACTION: write by May 2027'],
    ['ACTION: look at the plan of 2027-05-04'],
  ])('not in %s', (item) => {
    expect(last(actionsIn(`${TALK}- ${item}\n`)).due).toBeUndefined()
  })
})
