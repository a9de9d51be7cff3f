import { describe, expect, test } from 'vitest'

import { diff, type Edit, ZOE } from '../../../testing/attendance-changes.ts'
import { setNoteTaker } from './note-taker.ts'

const takeNotes: Edit = ({ attendances }, document) => setNoteTaker(document, attendances, ZOE)

describe('the note taker is named in the place for it', () => {
  test.each([
    [
      '|  |  |\n| - | - |\n| Attending | Ann (Acme) |\n| Note Taker | Ann (Acme) |\n',
      ['-| Note Taker | Ann (Acme) |', '+| Note Taker | Zoe Quill (Zeta) |'],
    ],
    [
      '|  |  |\n| - | - |\n| Attending | Ann (Acme) |\n| Note Taker |\n',
      ['-| Note Taker |', '+| Note Taker | Zoe Quill (Zeta) |'],
    ],
    ['Chair: Ann\nScribe: Bob\n', ['-Scribe: Bob', '+Scribe: Zoe Quill']],
    ['**Scribe:**\n', ['-**Scribe:**', '+**Scribe:** Zoe Quill']],
    ['**Notetaker:** $NOTETAKER\n', ['-**Notetaker:** $NOTETAKER', '+**Notetaker:** Zoe Quill']],
    ['- **Notetaker:** @bob\n', ['-- **Notetaker:** @bob', '+- **Notetaker:** @zoeq']],
    ['#### Notetaker: Bob\n', ['-#### Notetaker: Bob', '+#### Notetaker: Zoe Quill']],
    ['## Volunteers for note taking\n\n- Ann\n- Bob\n', ['-- Ann', '-- Bob', '+- Zoe Quill']],
    ['---\nscribe: Bob\n---\n', ['-scribe: Bob', '+scribe: Zoe Quill']],
    ['---\nscribe:\n---\n', ['-scribe:', '+scribe: Zoe Quill']],
    ['Bob Cole  \nSecretary of the meeting\n', ['-Bob Cole  ', '+Zoe Quill  ']],
  ])('%j', (text, lines) => {
    expect(diff(text, takeNotes)).toEqual(lines)
  })

  test.each([
    ['|  |  |\n| - | - |\n| Attending | Ann |\n', ['+| Note taker | Zoe Quill |']],
    ['## Attendees\n\n- Ann\n\n## Agenda\n', ['+**Note taker:** Zoe Quill']],
    ['- **Host:** Ann\n- **Attendees:**\n  - Ann\n', ['+- **Note taker:** Zoe Quill']],
    ['## Attendance\n\n* Team members: ann\n* Others: bob\n', ['+* Note taker: Zoe Quill']],
    ['Present: Ann\nChair: Ann\n', ['+Note taker: Zoe Quill']],
    ['**Present:** Ann\n', ['+**Note taker:** Zoe Quill']],
    ['---\nparticipants:\n- Ann\ntags: a\n---\n', ['+note_taker: Zoe Quill']],
    ['# Call\n\nScrews.\n', ['+**Note taker:** Zoe Quill']],
  ])('or one is made beside the attendance: %j', (text, lines) => {
    expect(diff(text, takeNotes)).toEqual(lines)
  })

  test('or nobody is, and the place waits', () => {
    const nobody: Edit = ({ attendances }, document) => setNoteTaker(document, attendances, null)
    expect(diff('Scribe: Bob\n', nobody)).toEqual(['-Scribe: Bob', '+Scribe:'])
    expect(diff('# Call\n', nobody)).toEqual([])
  })
})
