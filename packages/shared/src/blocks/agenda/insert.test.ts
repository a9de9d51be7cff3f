import { expect, test } from 'vitest'

import { changeText } from '../../testing/change-text.ts'
import { understand } from '../understand.ts'
import { insertAgenda } from './insert.ts'

const AGENDA = '## Agenda\n\n- Tides\n'

test.each([
  ['below the people', '# Call\n\n## Attendees\n\n- Ann Bell\n\n', '## Notes\n\n- a\n'],
  ['below who takes the notes', '# Call\n\n## Attendees\n\n- Ann Bell\n\nNote taker: Ann Bell\n\n', '## Notes\n'],
  ['below the title and its facts', '# Call\n\n4 May 2027\n\n', '## Notes\n'],
  ['below front matter and title', '---\nparticipants:\n- Ann Bell\n---\n\n# Call\n\n', '## Notes\n'],
  ['into minutes without anything', '', ''],
])('a new agenda goes %s', (_where, above, below) => {
  const text = changeText(above + below, (document) =>
    insertAgenda(document, understand(document), [{ text: 'Tides' }]),
  )
  expect(text).toBe(above + AGENDA + (below === '' ? '' : `\n${below}`))
})
