import { describe, expect, test } from 'vitest'

import { shownIn, TALK } from '../../testing/actions-shown.ts'

const below = (...items: readonly string[]): readonly string[] =>
  shownIn(`${TALK}\n## Action items\n\n${items.map((item) => `- ${item}\n`).join('')}`)

describe('what the entries of a list have in common', () => {
  test('are topics in bold, behind which those stand who are to do it', () => {
    expect(below('**Nuts:** Editors to write', '**Old Bolts:** Zoe to read', '**Screws:** count them')).toEqual([
      'Editors: write',
      'Zoe: read',
      'Screws: count them',
    ])
  })

  test('or which stand over the notes, too, whatever is behind them here', () => {
    const notes =
      '### Old Bolts\n\nThey are fine.\n\n## Notes\n\n- **Big Nuts (new):** are small\n- **Red Oil:** is blue\n\n'
    const items =
      '- **Big Nuts:** count them\n- **Old Bolts:** Zoe to read\n- **Red Oil:**\n  - buy more\n  - Kim to try it\n- **All:** sing\n'
    expect(shownIn(`# Call\n\n${notes}## Decisions and Action Items\n\n${items}`)).toEqual([
      'Big Nuts: count them',
      'Zoe: read',
      'buy more',
      'Kim: try it',
      'All: sing',
    ])
  })

  test('are owners in bold, who may ask others', () => {
    expect(below('**Zoe:** Ask Mary to write', '**Lee:** read', '**Kim:** count them')).toEqual([
      'Zoe: Ask Mary to write',
      'Lee: read',
      'Kim: count them',
    ])
  })

  test('is somebody with whom several begin, and who speaks elsewhere', () => {
    const list = '- Zoe ask the others\n- Zoe write it down\n- Send it\n- Workshop it\n'
    expect(shownIn(`# Call\n\n- Zoe: hello\n\n## Action items\n\n${list}`)).toEqual([
      'Zoe: ask the others',
      'Zoe: write it down',
      'Send it',
      'Workshop it',
    ])
    const unheard = '- Zoe count the others\n- Zoe order them\n- Status report for May\n- Zoe talk to Lee\n'
    expect(shownIn(`# Call\n\n## Action items\n\n${unheard}`)).toEqual([
      'Zoe: count the others',
      'Zoe: order them',
      'Status report for May',
      'Zoe: talk to Lee',
    ])
    expect(shownIn('# Call\n\n## Action items\n\n- Zoe count them\n- Then ask Lee\n')).toEqual([
      'Zoe count them',
      'Then ask Lee',
    ])
  })

  test('are nicks before what they are to do, several of them or one more than once', () => {
    expect(below('zoe to write', 'kimk to read', 'tom to count', 'a new page')).toEqual([
      'zoe: write',
      'kimk: read',
      'tom: count',
      'a new page',
    ])
    expect(below('need to write', 'try to read', 'want to count')).toEqual([
      'need to write',
      'try to read',
      'want to count',
    ])
    expect(below('zoe to write', 'kimk to read', 'a page', 'a list')).toEqual([
      'zoe to write',
      'kimk to read',
      'a page',
      'a list',
    ])
  })

  test('make one of them of a line that is nobody’s, and says below whose', () => {
    expect(below('Zoe to write', 'the nuts\n  - Kim to count them', 'Tom to read\n  - Zoe to help')).toEqual([
      'Zoe: write',
      'Kim: the nuts',
      'Tom: read',
    ])
    expect(below('Nuts\n  - Kim to count them', 'Bolts\n  - Zoe to sort them')).toEqual([
      'Kim: count them',
      'Zoe: sort them',
    ])
  })

  test('are names in brackets at their ends', () => {
    expect(below('write (Zoe/Kim)', 'read it all\n  again (Tom)', 'count')).toEqual([
      'Zoe, Kim: write',
      'Tom: read it all again',
      'count',
    ])
    expect(below('write (Zoe)', 'read', 'count')).toEqual(['write (Zoe)', 'read', 'count'])
  })
})
