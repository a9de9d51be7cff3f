import { expect, test } from 'vitest'

import { foundAttendance as found } from '../../testing/attendance-found.ts'
import { changeText } from '../../testing/change-text.ts'
import { there } from '../../testing/there.ts'
import { understand } from '../understand.ts'
import { addAttendee } from './change/add.ts'
import { removeAttendee } from './change/remove.ts'

const ITEMS =
  '<h2>Attendance</h2>\n<ul>\n\n<li>Ann Bell</li>\n\n<li>Bob Cole (Acme)</li>\n\n</ul>\n<h3>Not attending</h3>\n<ul>\n<li>Cem Dag</li>\n</ul>\n\n<h2>News</h2>\n<ul><li>Dan Eck</li></ul>\n'

test.each([
  ['items below a heading', ITEMS, ['html present: Ann Bell | Bob Cole {Acme}', 'html absent: Cem Dag']],
  [
    'a list of definitions',
    '<dl>\n  <dt>Present</dt>\n  <dd>Ann, Bob,\n  <b>Cem</b></dd>\n  <dt>Regrets</dt><dd>Dan</dd>\n  <dt>Chair</dt><dd>Ann</dd>\n</dl>\n',
    ['commas present: Ann | Bob | Cem', 'commas regrets: Dan'],
  ],
  ['a paragraph', '<p><strong>Present:</strong> Ann Bell, Bob Cole</p>\n', ['commas present: Ann Bell | Bob Cole']],
  [
    'a heading in Markdown',
    '## Attendees\n\n<ul><li>Ann Bell</li><li>Bob Cole</li></ul>\n',
    ['html present: Ann Bell | Bob Cole'],
  ],
  ['other items', '## Topics\n\n<ul><li>Ann Bell</li><li>Bob Cole</li></ul>\n', []],
])('HTML says who was there: %s', (_, text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test('who is added or taken off is an item of HTML', () => {
  const base = '<h2>Attendance</h2>\n<ul>\n<li>Ann Bell</li>\n<li>Bob Cole</li>\n</ul>\n'
  const added = changeText(base, (document) => {
    const attendance = there(understand(document).attendances[0])
    return addAttendee(document, attendance, { name: 'Cem <Dag>' })
  })
  expect(added).toBe(base.replace('</li>\n</ul>', '</li>\n<li>Cem &lt;Dag&gt;</li>\n</ul>'))
  const removed = changeText(base, (document) => {
    const attendance = there(understand(document).attendances[0])
    return removeAttendee(document, attendance, there(attendance.attendees[0]))
  })
  expect(removed).toBe(base.replace('<li>Ann Bell</li>', ''))
})
