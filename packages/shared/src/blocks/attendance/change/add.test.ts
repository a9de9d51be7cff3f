import { describe, expect, test } from 'vitest'

import { add, diff } from '../../../testing/attendance-changes.ts'

describe('a person is added as the others are written', () => {
  test.each([
    ['## Attendees\n\n- Ann Bell\n- Bob\n', ['+- Zoe Quill']],
    ['## Attendees\n\n* Ann Bell (Acme)\n* Bob Cole (Beta)\n', ['+* Zoe Quill (Zeta)']],
    ['## Present\n\n* Ann Bell @annb (voting member)\n', ['+* Zoe Quill @zoeq']],
    ['## Present\n\n- @ann\n- @bob\n', ['+- @zoeq']],
    ['## Present\n\n- **@ann**\n- **@bob**\n', ['+- **@zoeq**']],
    ['## Present\n\n- [x] Ann\n- [ ] Bob\n', ['+- [x] Zoe Quill']],
    ['## Present\n\n- Ann\n- Please add your name!\n', ['+- Zoe Quill']],
    ['## Present\n\n- Ann\n-\n', ['--', '+- Zoe Quill']],
    ['## Present\n\n- Names\n', ['-- Names', '+- Zoe Quill (Zeta)']],
    ['Present: Ann, Bob\nRegrets: Cem\n', ['-Present: Ann, Bob', '+Present: Ann, Bob, Zoe Quill']],
    ['**Present:** Ann and Bob\n', ['-**Present:** Ann and Bob', '+**Present:** Ann, Bob and Zoe Quill']],
    [
      '**Present:** Ann, Bob, and Cem\n',
      ['-**Present:** Ann, Bob, and Cem', '+**Present:** Ann, Bob, Cem, and Zoe Quill'],
    ],
    [
      '**Present:** Ann (Acme); Bob (Beta)\n',
      ['-**Present:** Ann (Acme); Bob (Beta)', '+**Present:** Ann (Acme); Bob (Beta); Zoe Quill (Zeta)'],
    ],
    ['**Present:**\n\n## Agenda\n', ['-**Present:**', '+**Present:** Zoe Quill (Zeta)']],
    ['Attendees: @ann @bob\n', ['-Attendees: @ann @bob', '+Attendees: @ann @bob @zoeq']],
    ['Present: TBD\n', ['-Present: TBD', '+Present: Zoe Quill (Zeta)']],
    [
      '# Notes\n\nAnn Bell (AB), Bob Cole (BC), Cem Dag (CD),\n',
      ['-Ann Bell (AB), Bob Cole (BC), Cem Dag (CD),', '+Ann Bell (AB), Bob Cole (BC), Cem Dag (CD), Zoe Quill (ZQ),'],
    ],
    ['**Present:**  \nAnn Bell  \nBob Cole  \n\n## Agenda\n', ['+Zoe Quill  ']],
    ['## Present\n\nAnn Bell\nBob Cole\n', ['+Zoe Quill']],
    [
      '|  |  |\n| - | - |\n| Attending | Ann (Acme) |\n| Note Taker | Ann |\n',
      ['-| Attending | Ann (Acme) |', '+| Attending | Ann (Acme), Zoe Quill (Zeta) |'],
    ],
    ['|  |  |\n| - | - |\n| Attending |\n| Note Taker |\n', ['-| Attending |', '+| Attending | Zoe Quill (Zeta) |']],
    [
      '| Name | Abbreviation | Organization |\n| - | - | - |\n| Ann Bell | ABL | Acme |\n',
      ['+| Zoe Quill | ZQ | Zeta |'],
    ],
    [
      '## Attendees\n\n| Name | GitHub | Location |\n| :- | :- | :- |\n| Ann | @ann | Oslo |\n',
      ['+| Zoe Quill | @zoeq | |'],
    ],
    ['## Attendees\n\n| Name | GitHub |\n| :- | :- |\n| Ann | ann |\n|  |  |\n', ['-|  |  |', '+| Zoe Quill | zoeq |']],
    ['## Attendees\n\n| Ann Bell | Bob Cole |\n| - | - |\n| Cem Dag | Dan Eck |\n', ['+| Zoe Quill | |']],
    [
      '## Attendees\n\n| Ann Bell | Bob Cole |\n| - | - |\n| Cem Dag | |\n',
      ['-| Cem Dag | |', '+| Cem Dag | Zoe Quill |'],
    ],
    ['---\nparticipants:\n- Ann\n- Bob\ntags: a\n---\n', ['+- Zoe Quill']],
    ['---\nparticipants:\n  - "Ann"\n---\n', ['+  - "Zoe Quill"']],
    ['---\nparticipants: [Ann, Bob]\n---\n', ['-participants: [Ann, Bob]', '+participants: [Ann, Bob, Zoe Quill]']],
    ['---\nparticipants: Ann, Bob\n---\n', ['-participants: Ann, Bob', '+participants: Ann, Bob, Zoe Quill']],
    ['---\nparticipants:\ntags: a\n---\n', ['+- Zoe Quill (Zeta)']],
  ])('%j', (text, lines) => {
    expect(diff(text, add)).toEqual(lines)
  })
})
