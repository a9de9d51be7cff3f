import { describe, expect, test } from 'vitest'

import { minutesSchema } from '../../document/schema.ts'
import { parse, print } from '../../markdown/index.ts'
import { actionsIn, shown, shownIn } from '../../testing/actions-shown.ts'
import { there } from '../../testing/there.ts'
import { changed } from '../change/apply.ts'
import { understand } from '../understand.ts'
import { setDone, setDue } from './change.ts'
import { setOwners } from './set-owners.ts'

const BESIDE = `# Weekly

- Action: write the page
- Owner: Lee and Mary
- Due: 2027-05-04
- Action: read
- **Owner:** TBD
- Status: open
- We met at noon.
`

const NESTED = `## Action items

- write the page
  - Assignee: @lee
  - Deadline: 4 May 2027
  - Status: done
- read
  - it is long
`

describe('items of their own say of an action', () => {
  test('whose it is and when it is due, behind it', () => {
    expect(shownIn(BESIDE)).toEqual(['Lee, Mary: write the page (2027-05-04)', 'read'])
  })

  test('the same nested in it, and that it is done', () => {
    expect(shownIn(NESTED)).toEqual(['[x] lee: write the page (2027-05-04)', 'read'])
  })

  test('nothing where something else stands between, or no action above', () => {
    expect(shownIn('# Weekly\n\n- Action: write\n- the page is old\n- Owner: Lee\n')).toEqual(['write'])
    expect(shownIn('# Weekly\n\n- The page\n- Owner: Lee\n')).toEqual([])
  })
})

describe('what is set is written there', () => {
  const after = (text: string, set: (document: ReturnType<typeof parse>) => ReturnType<typeof setDue>): string => {
    const document = parse(text)
    return print(changed(document, set(document), minutesSchema()), { base: text }).text
  }

  test.each([
    ['beside', BESIDE],
    ['nested', NESTED],
  ])('%s', (_, text) => {
    const first = (document: ReturnType<typeof parse>): ReturnType<typeof actionsIn>[number] =>
      there(understand(document).actions[0])
    const owned = after(text, (document) => setOwners(document, first(document), ['Ann']))
    expect(shown(there(actionsIn(owned)[0]))).toContain('Ann: write the page')
    const due = after(text, (document) => setDue(document, first(document), '2027-06-01'))
    expect(shown(there(actionsIn(due)[0]))).toContain('(2027-06-01)')
  })

  test('also that it is open again', () => {
    const open = after(NESTED, (document) => setDone(document, there(understand(document).actions[0]), false))
    expect(open).toContain('Status: Open')
  })
})
