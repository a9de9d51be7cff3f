import { describe, expect, test } from 'vitest'

import { foundAttendance as found } from '../../testing/attendance-found.ts'

describe('the entries of a list under a heading', () => {
  test('whose entries say more than names', () => {
    const list = '* Ann Bell @annb (voting member)\n* Bob Cole @bob (Guest - CPC rep)\n* Cem Dag (Observer)\n'
    expect(found(`## Present\n\n${list}`)).toEqual([
      'list present: Ann Bell @annb | Bob Cole @bob !observer | Cem Dag !observer',
    ])
  })

  test('with surnames first, and firms behind a semicolon', () => {
    expect(
      found('### 2.1.1 Members present\n\n* Bell, Ann;\tAcme\n* Cole, Bob; Nuts, Inc.\n* Dag, Cem; Acme\n'),
    ).toEqual(['list present: Bell, Ann {Acme} | Cole, Bob {Nuts, Inc.} | Dag, Cem {Acme}'])
    expect(found('### Observers present\n\n* Bell, Ann; Nuts, Inc.\n')).toEqual([
      'list observer: Bell, Ann {Nuts, Inc.}',
    ])
    expect(found('### Attendees\n\n* Ann, Bob; Cem\n')).toEqual(['list present: Ann | Bob | Cem'])
  })

  test('with surnames first, where a conference program wrote it', () => {
    const lines = 'Bell, Ann  \nCole, Bob  \nCem Dag (Acme) (Guest)  \nDal (来宾)  \nEck, Eva  \nFox, Flo B.  \n'
    expect(found(`## Attendees\n\n${lines}`)).toEqual([
      'lines present: Bell, Ann | Cole, Bob | Cem Dag {Acme} !observer | Dal !observer | Eck, Eva | Fox, Flo B.',
    ])
    expect(found('## Attendees\n\n- Ann, Bob\n- Cem, Dag\n- Eva (guest)\n- Flo (guest)\n')).toEqual([
      'list present: Ann | Bob | Cem | Dag | Eva !observer | Flo !observer',
    ])
  })

  test('with surnames first, in the order of the alphabet', () => {
    const names = [
      'Bell, Ann',
      'Cole, Bob',
      'Dag, Cem [on the phone]',
      "D'Eck, Eva",
      'Fox, Flo B.',
      'Gil, Gus',
      'Hay, Ida',
    ]
    const shown = [
      'Bell, Ann',
      'Cole, Bob',
      'Dag, Cem',
      "D'Eck, Eva",
      'Fox, Flo B.',
      'Gil, Gus',
      'Hay, Ida',
      'van Ives, Jo',
    ]
    const list = (entries: readonly string[]): string =>
      `## Roll call\n\n${entries.map((each) => `* ${each}\n`).join('')}`
    expect(found(list([...names, 'van Ives, Jo']))).toEqual([`list present: ${shown.join(' | ')}`])
    const firms = [
      'Ann, Acme',
      'Bob, Beta',
      'Cem, Acme',
      'Dan, Nuts',
      'Eva, Acme',
      'Flo, Beta',
      'Gus, Nuts',
      'Ida, Acme',
    ]
    expect(found(list(firms))[0]).toContain('Ann {Acme} | Bob {Beta}')
  })

  test('with organisations behind commas, or several names in an item', () => {
    expect(found('## Present\n\n- Ann Bell (ann), Acme\n- Bob Cole\n- Cem Dag, Beta, remote\n')).toEqual([
      'list present: Ann Bell @ann {Acme} | Bob Cole | Cem Dag {Beta}',
    ])
    expect(found('## Present\n\n- Ann, Bob, Cem\n- Dan\n- Eve\n')).toEqual([
      'list present: Ann | Bob | Cem | Dan | Eve',
    ])
    expect(found('## Present\n\n- Ann Bell, Acme\n')).toEqual(['list present: Ann Bell {Acme}'])
    expect(found('## Present\n\n- Ann Bell (she/her), Beta Networks\n')).toEqual([
      'list present: Ann Bell {Beta Networks}',
    ])
    expect(found('## Present\n\n- Ann Bell, Bob Cole\n')).toEqual(['list present: Ann Bell | Bob Cole'])
    expect(found('## Present\n\n- Ann Bell, Acme\n- Bob Cole, Beta Corp\n- Cem Dag, Acme\n')).toEqual([
      'list present: Ann Bell {Acme} | Bob Cole {Beta Corp} | Cem Dag {Acme}',
    ])
    expect(found('## Present\n\n- Ann Bell, free agent (@annb)\n- Bob Cole, Mask (@bobcole)\n- Cem Dag\n')).toEqual([
      'list present: Ann Bell @annb | Bob Cole @bobcole {Mask} | Cem Dag',
    ])
    expect(found('## Present\n\n- Ann, Bob and Cem\n')).toEqual(['list present: Ann | Bob | Cem'])
    expect(found('## Present\n\n- Ann Bell (Acme), Bob Cole\n- Cem\n')).toEqual([
      'list present: Ann Bell {Acme} | Bob Cole | Cem',
    ])
  })

  test('without placeholders, requests, notes below a name and comments; who is struck through is not there', () => {
    const list =
      '- Names\n- Ann Bell\n    - works on screws\n- ~~Bob Cole~~\n- <!-- Cem Dag -->\n- Dan <!-- Eck -->\n- TBD\n-\n- Please add your name!\n'
    expect(found(`## Attendees\n\n${list}\n<!--\n\n* Eve Fay\n\n-->\n`)).toEqual([
      'list present: Ann Bell | Bob Cole !absent | Dan',
    ])
  })

  test('with nicks before the names', () => {
    expect(found('## Attendees\n\n- annb / Ann Bell\n- cole2 / Bob Cole\n- Dag / Cem Dag\n- Eva Fox\n')).toEqual([
      'list present: Ann Bell @annb | Bob Cole @cole2 | Cem Dag @Dag | Eva Fox',
    ])
    expect(found('## Attendees\n\n- Ann / Acme Nuts\n- Bob / Beta Bolts\n- Cem / Acme Nuts\n')).toEqual([
      'list present: Ann {Acme Nuts} | Bob {Beta Bolts} | Cem {Acme Nuts}',
    ])
  })

  test('with firms in small letters, which say what they are', () => {
    const list = '- Ann Bell, bolt network systems\n- Bob Cole, acme GmbH\n- Cem Dag, independent\n'
    expect(found(`## Attendees\n\n${list}`)).toEqual([
      'list present: Ann Bell {bolt network systems} | Bob Cole {acme GmbH} | Cem Dag {independent}',
    ])
  })

  test('with check boxes, which tell something once one is ticked', () => {
    expect(found('## Attendees\n\n- [x] Ann\n- [ ] Bob\n')).toEqual(['list present: Ann | Bob !absent'])
    expect(found('## Attendees\n\n- [ ] Ann\n- [ ] Bob\n')).toEqual(['list present: Ann | Bob'])
  })

  test('with check boxes, under a head that says whose members they are', () => {
    const list = '- [ ] Ann Bell\n- [x] Bob Cole\n- [x] Cem Dag\n'
    expect(found(`## TAC voting members\n\n${list}`)).toEqual(['list present: Ann Bell !absent | Bob Cole | Cem Dag'])
    expect(found(`## TAC voting members\n\n${list.replaceAll('[x]', '[ ]')}`)).toEqual([])
    expect(found('## Widget Team\n\n- [x] Buy screws\n- [ ] Ann to sell nuts\n')).toEqual([])
  })

  test('of which the last stands for others whom it does not name', () => {
    expect(found('## Attendees\n\n- Ann Bell\n- Bob Cole\n- Cem Dag\n- @dan and co.\n')).toEqual([
      'list present: Ann Bell | Bob Cole | Cem Dag | dan @dan',
    ])
  })

  test('of one guest, under a heading of their own behind the others', () => {
    expect(found('## Present\n\n- Ann Bell\n- Bob Cole\n\n## Guests\n\n- Cem Dag\n')[1]).toBe('list observer: Cem Dag')
    expect(found('## Present\n\n- Ann Bell, author of Bolt-27\n- Bob Cole\n')).toEqual([
      'list present: Ann Bell | Bob Cole',
    ])
    expect(found('## Present\n\n- Ann Bell\n- Bob Cole\n\n## Nuts\n\n- Cem Dag\n')).toHaveLength(1)
  })

  test('of members, some of whom stand in for others', () => {
    const list =
      '- Ann Bell, Acme (delegate for Bob Cole, Acme)\n- Cem Dag (delegate for Eva Fox, Beta Inc.)\n- Flo Gil, Nuts (proxy for Hal Ick)\n'
    expect(found(`## Present\n\n${list}`)).toEqual(['list present: Ann Bell {Acme} | Cem Dag | Flo Gil {Nuts}'])
  })

  test('with initials that the names alone would not explain', () => {
    expect(found('## Present\n\n- Ann Bell (AB)\n- Bob Cole (BC)\n- Cem Dag (CXQ)\n')).toEqual([
      'list present: Ann Bell #AB | Bob Cole #BC | Cem Dag #CXQ',
    ])
  })

  test('with the people of each firm in an item', () => {
    expect(found('## Attendees\n\n- Acme: Ann Bell, Bob Cole (chair)\n- Beta Labs: Cem Dag\n- Dora Ek\n')).toEqual([
      'list present: Ann Bell {Acme} | Bob Cole {Acme} | Cem Dag {Beta Labs} | Dora Ek',
    ])
    expect(found('## Attendees\n\n- Ann Bell: Vice President, Acme\n- Bob Cole: Chief Officer, Beta\n')).toEqual([
      'list present: Ann Bell {Acme} | Bob Cole {Beta}',
    ])
    expect(found('## Attendees\n\n- Ann Bell: Acme\n- Bob Cole: Beta, remote\n')).toEqual([
      'list present: Ann Bell {Acme} | Bob Cole {Beta}',
    ])
  })

  test('with the people of each firm in brackets', () => {
    const firms = '- ACME (Ann Bell)\n- BETA Nuts (Bob Cole, Cem Dag)\n- Screws (Eva van der Fox)\n'
    expect(found(`## Present\n\n${firms}`)).toEqual([
      'list present: Ann Bell {ACME} | Bob Cole {BETA Nuts} | Cem Dag {BETA Nuts} | Eva van der Fox {Screws}',
    ])
    expect(found('## Present\n\n- Ann (Red Nut)\n- Bob (Blue Bolt)\n- Cem (Red Nut, Open Bolt)\n')).toEqual([
      'list present: Ann {Red Nut} | Bob {Blue Bolt} | Cem {Red Nut}',
    ])
    expect(found('## Present\n\n- ABE (Ann Bell)\n- BCO (Bob Cole)\n- CDA (Cem Dag)\n')[0]).not.toContain('{ABE}')
  })

  test('in parties, each below its label', () => {
    const talk = '## Talk\n\nFor the Nuts Foundation:\n\n- Dan Eck\n- Eve Fox\n'
    expect(found(`## Attendees\n\n- Ann Bell\n\nFor the Screws Foundation:\n\n- Bob Cole\n\n${talk}`)).toEqual([
      'list present: Ann Bell',
      'list present: Bob Cole',
    ])
  })

  test('below headings for each part of the group', () => {
    const talk = '## Talk\n\n### Nuts members\n\n- Dan Eck\n- Eve Fox\n'
    expect(found(`## Attendees\n\n### Screws members\n\n- Ann Bell\n\n### Guests\n\n- Bob Cole\n\n${talk}`)).toEqual([
      'list present: Ann Bell',
      'list observer: Bob Cole',
    ])
  })

  test('with links, whose address may say the handle', () => {
    expect(
      found('## Present\n\n- [Ann Bell](https://github.com/annb)\n- [Bob](mailto:bob@acme.example) (Acme)\n'),
    ).toEqual(['list present: Ann Bell @annb | Bob {Acme}'])
  })

  test('is none when most of it is about something else', () => {
    expect(found('## Attendees\n\n- Everybody was there\n- We have a quorum today\n- Ann Bell\n')).toEqual([])
    expect(
      found('## Agenda\n\n1. Opening, welcome and roll call\n   1. Opening of the meeting\n   1. Introductions\n'),
    ).toEqual([])
    expect(found('## Agenda\n\n1. Roll call\n   - Ann will chair\n   - Quorum\n')).toEqual([])
  })

  test('may stand under an item of the agenda, if it is nothing but names', () => {
    expect(found('### Opening, welcome and roll call\n\n* Ann Bell\n* Bob Cole\n* Cem\n')).toEqual([
      'list present: Ann Bell | Bob Cole | Cem',
    ])
    expect(found('#### Introduction of attendees\n\n* Ann Bell\n* Bob Cole\n')).toEqual([
      'list present: Ann Bell | Bob Cole',
    ])
  })

  test('with lists of its own nested in it', () => {
    const text = '## Attendees & regrets\n\n* Attendees\n    * @ann\n    * @bob (left early)\n* Regrets\n    * @cem\n'
    expect(found(text)).toEqual(['list present: ann @ann | bob @bob !left', 'list regrets: cem @cem'])
  })
})

test('what people say below the outcome of a poll is no list of who is there, also under such a heading', () => {
  const asked = '## Attendees\n\n- Ann\n- Bob\n\nPOLL: Go?\n\n| For | Against |\n| --- | --- |\n| 1 | 1 |\n\n'
  const outcome = 'Outcome: no consensus (declared by Cem).\n\n'
  for (const reasons of [
    '- Ann: Because.\n',
    'The costs are to be found out before the next meeting.\n\n- Ann: Too dear\n',
  ]) {
    expect(found(`${asked}${outcome}${reasons}`)).toEqual(['list present: Ann | Bob'])
  }
})
