import { expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { viewOf } from '../reading/index.ts'
import { notePlaces } from './note-places.ts'
import { recogniseNoteTakers } from './note-takers.ts'
import { recogniseAttendance } from './recognise.ts'

function takers(text: string): string[] {
  const view = viewOf(parse(text))
  return recogniseNoteTakers(view, recogniseAttendance(view)).map(({ value }) => value)
}

test.each([
  ['|  |  |\n| --- | --- |\n| Attending | Ann, Bob |\n| Note Taker | Bob (Acme) |\n', ['Bob']],
  ['| Chair | Scribe |\n| --- | --- |\n| Ann | Bob |\n', ['Bob']],
  ['| Note taker | Bob |\n| --- | --- |\n| Attending | Ann |\n', ['Bob']],
  ['Scribe: Bob\n', ['Bob']],
  ['Scribe - Bob\n', ['Bob']],
  ['* Note-taker: bob (and cem)\n', ['bob', 'cem']],
  ['* Note-taker: bob (and chair)\n', ['bob']],
  ['Protokollführung: Bob\n', ['Bob']],
  ['Secrétaire de séance : Bob\n', ['Bob']],
  ['1) Quorum\n2) Secretary - Bob Cole\n', ['Bob Cole']],
  ['Rotating secretary: Bob\n', ['Bob']],
  ['<dl><dt>Chair</dt><dd>Ann</dd><dt>Scribe</dt>\n<dd>Bob, Cem</dd></dl>\n', ['Bob', 'Cem']],
  ['<p><b>Scribe:</b> Bob</p>\n', ['Bob']],
  ['- Responsible for the minutes (writing and sending): @bob\n', ['bob']],
  ['**Chair:** Ann **Scribe:** Bob\n', ['Bob']],
  ['**Chairperson:** Ann Bell | **Minute Taker:** Bob Cole\n', ['Bob Cole']],
  ['Chair: Ann / Note taker: Bob\n', ['Bob']],
  ['Chair: Ann\nMinute: Bob\n', ['Bob']],
  ['Bob Cole was the lead and acting secretary of the meeting.\n', ['Bob Cole']],
  ['The group was happy with the secretary.\n', []],
  ['* Action item scribe: Ann\n* Minutes scribe: Bob\n', ['Bob']],
  ['1. Find somebody for the notes\n\nBob volunteers to take notes.\n\n1. News\n', ['Bob']],
  ['- Bob Cole (BC) captured the meeting minutes\n', ['Bob Cole']],
  ['We kept the minutes\n', []],
  ['- The robot failed, we look at it before the next meeting.\n  - Note taker: Bob\n', ['Bob']],
  ['- Next meeting\n  - Note taker: Bob\n', []],
  ['1. Find volunteers for note taking\n', []],
  ['- Find volunteers to take notes\n', []],
  ['### Find volunteers for note taking\n\n*Bob volunteers*\n', ['Bob']],
  ['Bob will take notes on the call of the board\n', []],
  ['Notes go to the wiki. Bob will serve as note taker for this call.\n', ['Bob']],
  ['Notes are needed. Who will serve as note taker for the next call?\n', []],
  ['### Find volunteers for note taking\n\nVolunteer: Bob\n', ['Bob']],
  ['## Find volunteers for note taking\n\n- Bob\n- Everybody, please join in!\n', ['Bob']],
  ['[ bobc is your scribe. Please help him! ]\n', ['bobc']],
  ['Bob Cole is our note taker today.\n', ['Bob Cole']],
  ['Bob is the jabber scribe.\n', []],
  ['Who is our scribe?\n', []],
  ['### Find volunteers for note taking\n\n*Bob Cole volunteers*\n', ['Bob Cole']],
  ['### Find volunteers for note taking\n\n**BC will take notes.**\n', ['BC']],
  ['Chair: Ann  \nScribe: Bob(ish)\n', ['Bob']],
  ['- **Notetaker:** @bob\n', ['bob']],
  ['#### Notetaker: @bob\n', ['bob']],
  ['## Note taker: Bob Cole\n', ['Bob Cole']],
  ['* Note-taker: bob\n', ['bob']],
  ['**Notes taken by:** Bob Cole and Cem\n', ['Bob Cole', 'Cem']],
  ['**Scribe(s):** Ann Bell, Bob Cole\n', ['Ann Bell', 'Bob Cole']],
  ['(Ann Bell chairing, Bob Cole scribing)\n', ['Bob Cole']],
  ['Designated note taker - Ann, Bob facilitating\n', ['Ann']],
  ['Minutes were taken by Bob Cole, acting secretary.\n', ['Bob Cole']],
  ['Scribes: Ann, then Bob\n', ['Ann', 'Bob']],
  ['Scribe: Ann / Bob\n', ['Ann', 'Bob']],
  ['Scribe: Ann -> Bob\n', ['Ann', 'Bob']],
  ['scribe+ ann\n', ['ann']],
  ['Minutes taken by Bob Cole.\n', ['Bob Cole']],
  ['Minutes: Bob Cole\n', ['Bob Cole']],
  ['### Moderator: Ann @ann\n### Attendees: Ann, Bob, Cem\n### Notes: Bob\n', ['Bob']],
  ['- Notes: Bob\n- Chair: Ann\n', ['Bob']],
  ['## Meeting roles\n\n- Minutes, driver: TC\n', ['TC']],
  ['Moderator/Notetaker: Ann\n', ['Ann']],
  ['**Present:** Ann, Bob (scribe), Cem\n', ['Bob']],
  ['**Chair:** Ann · **Note taker:** Bob\n', ['Bob']],
  ['Bob Cole  \nSecretary of the meeting\n', ['Bob Cole']],
  ['## Determine volunteers for note taking (1m, Lee)\n\n- Ann\n- Bob Cole\n', ['Ann', 'Bob Cole']],
  ['1. Determine volunteers for note taking (1m, Lee)\n   - Ann\n1. Screws\n', ['Ann']],
  ['**Notetaker:**\n\n* Bob\n', ['Bob']],
  ['**Scribe:**\nBob\n', ['Bob']],
  ['### Find volunteers for note taking (acting chair to volunteer)\n\nBob Cole volunteers.\n', ['Bob Cole']],
  ['### Find volunteers for note taking\n\nBob Cole\n', ['Bob Cole']],
  ['---\nscribe: Bob\n---\n', ['Bob']],
  ['---\nnote_takers:\n  - Ann\n  - Bob\n---\n', ['Ann', 'Bob']],
  ['Scribe: Bob\n\n## Screws\n\nScribe: Bob\n', ['Bob']],
])('%j', (text, names) => {
  expect(takers(text)).toEqual(names)
})

test.each([
  'Chair: Ann\n',
  '* Action item scribe: Ann\n',
  'Jabber scribe: Ann\n',
  'Next scribe: Ann\n',
  'Attendees: Ann, Bob\n\nNotes: Screws\n',
  'Chair: Ann\nNotes: [Screw Pad](https://pad.example/1)\n',
  'Scribe: I missed that\n',
  '**Scribe:** Orchestration complete\n',
  'Ann is chairing the board, and Bob likes scribing.\n',
  'Note taker: $NOTETAKER\n',
  '**Notetaker:**\n\n**Attendees:** Ann, Bob\n',
  'Scribe:\n\nPresent: Ann, Bob\n',
  '|  |  |\n| --- | --- |\n| Note Taker |\n',
  '## Moderator/notetaker for next time:\n\n * Moderator: @ann\n * Notetaker: @bob\n',
  '- Screws\n- Moderator/notetaker for next time:\n * Notetaker: @bob\n',
  'Minutes: https://acme.example/minutes\n',
  'Minutes: approved\n',
  '**Notes:** Screws\n',
  'Moderator/Notetaker: Ann, Bob\n',
  '### Find volunteers for note taking (acting chair to volunteer)\n\nActing chair volunteers.\n',
  '### Find volunteers for note taking\n\n*Skipped*\n',
  '### Next sprint\nModerator: @ann\nNote taker: @bob\n',
  '### Find volunteers for note taking\n\n*The chair volunteers*\n',
  '### Find volunteers for note taking\n\n### Screws\n\nBob Cole\n',
  '1. Find volunteers for note taking (chair to volunteer)\n1. Screws\n',
  '- [ ] **notetaker** - upload the recording\n',
])('%j names nobody', (text) => {
  expect(takers(text)).toEqual([])
})

test.each([
  ['|  |  |\n| --- | --- |\n| Note Taker |\n', 'row'],
  ['|  |  |\n| --- | --- |\n| Note Taker |  |\n', 'row'],
  ['**Note taker:**\n', 'line'],
  ['---\nscribe:\n---\n', 'matter'],
])('%j is a place that waits', (text, form) => {
  expect(notePlaces(viewOf(parse(text)))).toMatchObject([{ form, names: [] }])
})
