import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { parse } from '../../markdown/index.ts'
import { changeText } from '../../testing/change-text.ts'
import { changeOnce } from '../../testing/twice.ts'
import type { Change } from '../change/change.ts'
import { understand } from '../understand.ts'
import { notReached } from './not-reached.ts'

const items = (...texts: string[]) => texts.map((text) => ({ item: text, text }))

function missed(...texts: string[]): (document: DocJson) => readonly Change[] {
  return (document) => notReached(document, items(...texts))
}

const AGENDA = '# Call\n\n## Agenda\n\n- Hinges\n- Lids\n- Springs\n\n## Notes\n\nAnn: so.\n'

describe('what was not reached is listed at the end', () => {
  test.each([
    [AGENDA, `${AGENDA}\n## Not reached\n\n- Lids\n- Springs\n`],
    [
      '# Call\n\n### Agenda\n\n1. Hinges\n\n### Notes\n\n* Hinges\n',
      '# Call\n\n### Agenda\n\n1. Hinges\n\n### Notes\n\n* Hinges\n\n### Not reached\n\n* Lids\n* Springs\n',
    ],
    [
      '**Agenda**\n\n- Hinges\n\n**Notes**\n\nAnn: so.\n',
      '**Agenda**\n\n- Hinges\n\n**Notes**\n\nAnn: so.\n\n**Not reached**\n\n- Lids\n- Springs\n',
    ],
    ['Ann: so.\n', 'Ann: so.\n\n## Not reached\n\n- Lids\n- Springs\n'],
    [
      '# Call\n\nAnn: so.\n\n---\n\n*Copyright 2027 the authors.*\n',
      '# Call\n\nAnn: so.\n\n## Not reached\n\n- Lids\n- Springs\n\n---\n\n*Copyright 2027 the authors.*\n',
    ],
  ])('below a heading like the others: %j', (text, expected) => {
    expect(changeOnce(text, missed('Lids', 'Springs'))).toBe(expected)
  })

  test('and is no part of the agenda', () => {
    const after = parse(changeOnce(AGENDA, missed('Lids', 'Springs')))
    expect(understand(after).agendas.flatMap(({ items }) => items)).toHaveLength(3)
  })

  test('nothing is said where all was reached', () => {
    expect(changeOnce(AGENDA, missed())).toBe(AGENDA)
  })
})

describe('there is one list', () => {
  const listed = `${AGENDA}\n## Not reached\n\n- Lids (second time)\n- Springs\n- Boxes\n`

  test('what is missing comes, and agenda items that were reached since go', () => {
    expect(changeOnce(`${AGENDA}\n## Not reached\n\n- Lids\n- Boxes\n`, missed('Springs'))).toBe(
      `${AGENDA}\n## Not reached\n\n- Boxes\n- Springs\n`,
    )
  })

  test('what people have written there stays', () => {
    expect(changeOnce(listed, missed('Springs'))).toBe(listed)
  })

  test('it goes when everything was reached after all', () => {
    expect(changeOnce(changeText(AGENDA, missed('Lids', 'Springs')), missed())).toBe(AGENDA)
  })

  test('a heading that waits gets it', () => {
    expect(changeOnce(`${AGENDA}\n## Not reached\n`, missed('Lids'))).toBe(`${AGENDA}\n## Not reached\n\n- Lids\n`)
  })
})
