import { describe, expect, test } from 'vitest'

import { minutesSchema } from '../../document/schema.ts'
import { parse, print } from '../../markdown/index.ts'
import { shownIn, TALK } from '../../testing/actions-shown.ts'
import { last } from '../../testing/there.ts'
import { changed } from '../change/apply.ts'
import { understand } from '../understand.ts'
import { setOwners } from './set-owners.ts'

const listed = (item: string): string => `${TALK}\n## Action items\n\n- ${item}\n`

describe('several sentences name who is to do what', () => {
  test.each([
    ['Lee to write the page. Mary to read it.', 'Lee, Mary: Lee to write the page. Mary to read it.'],
    ['Find a room. Mary will ask.', 'Mary: Find a room. Mary will ask.'],
    ['Lee to write. Lee and Editors to read.', 'Lee, Editors: Lee to write. Lee and Editors to read.'],
    ['Lee to write\n  the page. Mary to\n  read it.', 'Lee, Mary: Lee to write the page. Mary to read it.'],
    ['Lee to write. Details to follow.', 'Lee: write. Details to follow.'],
    ['Lee to write, and Mary to read it.', 'Lee, Mary: Lee to write, and Mary to read it.'],
    ['Lee to write, and Nuts next.', 'Lee: write, and Nuts next.'],
    ['Lee to write. Mary will be there.', 'Lee: write. Mary will be there.'],
    ['Lee: write. Mary to read it.', 'Lee: write. Mary to read it.'],
    ['The page — Lee to read it.', 'Lee: The page — Lee to read it.'],
    ['#12 — The page — @Lee K to read it.', 'Lee K: #12 — The page — @Lee K to read it.'],
    ['The page — details to follow.', 'The page — details to follow.'],
    ['LS: read it, MB: merge it', 'LS, MB: LS: read it, MB: merge it'],
    ['LS: read it, PR: 12', 'LS: read it, PR: 12'],
    ['Lee: read it, Note: it is long', 'Lee: read it, Note: it is long'],
  ])('%j', (item, wanted) => {
    expect(shownIn(listed(item))).toEqual([wanted])
  })

  test.each([
    [['Ann'], 'Ann: '],
    [['Ann', 'Mary'], 'Ann, Mary: '],
    [[], 'Unclaimed: '],
  ])('names in front have the say: %j', (owners, front) => {
    const text = listed('Lee to write the page. Mary to read it.')
    const document = parse(text)
    const changes = setOwners(document, last(understand(document).actions), owners)
    const after = print(changed(document, changes, minutesSchema()), { base: text }).text
    expect(after).toBe(listed(`${front}Lee to write the page. Mary to read it.`))
    expect(last(understand(parse(after)).actions).owners.map(({ value }) => value)).toEqual(owners)
  })
})
