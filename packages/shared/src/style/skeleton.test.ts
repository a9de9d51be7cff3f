import { describe, expect, test } from 'vitest'

import { parse, print } from '../markdown/index.ts'
import type { HouseStyle } from './house-style.ts'
import { PLAIN } from './plain.ts'
import { type NewMinutes, skeleton } from './skeleton.ts'

const MEETING = { title: 'Weekly call', date: '2027-04-06' }
const ANN = { name: 'Ann Bell', affiliation: 'Acme', initials: 'AB', handle: 'ann' }
const BOB = { name: 'Bob Cole' }

describe('the minutes of a new meeting', () => {
  test('are headings and labels, and nothing that somebody would have to delete', () => {
    expect(printed({}, MEETING)).toBe(
      '# Weekly call, 2027-04-06\n\n## Attendees\n\n**Note taker:**\n\n## Agenda\n\n## Notes\n\n## Action items\n',
    )
  })

  test('have an empty paragraph wherever something is to be written', () => {
    const { content } = skeleton(PLAIN, MEETING)
    expect(content.filter((block) => block.type === 'paragraph' && block.content === undefined)).toHaveLength(4)
  })

  test('are called as the group calls its meetings, unless somebody says otherwise', () => {
    const title = { level: 1, pattern: '{title} ({dd}/{mm}/{yyyy}) 📋', usual: 'Community Meeting' }
    expect(printed({ title, sections: [] }, { date: '2027-04-06' })).toBe('# Community Meeting (06/04/2027) 📋\n')
    expect(printed({ title, sections: [] }, { title: 'A *special* one' })).toBe('# A \\*special* one 📋\n')
  })

  test('have front matter with the keys of the group in their order', () => {
    const matter = [
      { key: 'title', value: '"{title}, {month} {d}, {yyyy}"', isList: false },
      { key: 'datetime', value: '{datetime}', isList: false },
      { key: 'location', value: '', isList: false },
      { key: 'teams', value: 'community', isList: true },
      { key: 'participants', value: '{name}', isList: true },
    ]
    const title = { level: 0, pattern: '', usual: '' }
    const meeting = { title: 'The "best"', date: '2027-04-06', time: '13:00', offset: '+02:00', people: [ANN, BOB] }
    expect(printed({ matter, title, sections: [] }, meeting)).toBe(
      '---\ntitle: "The \\"best\\", April 6, 2027"\ndatetime: 2027-04-06T13:00:00+02:00\nlocation:\nteams:\n- community\nparticipants:\n- Ann Bell\n- Bob Cole\n---\n',
    )
  })

  test('list the people who are expected in the form of the group', () => {
    const people = [ANN, BOB]
    expect(attendance({ form: 'list' }, people)).toBe('- Ann Bell (Acme)\n- Bob Cole\n')
    expect(attendance({ form: 'commas', labels: [PRESENT, REGRETS] }, people)).toBe(
      '**Present:** Ann Bell (Acme), Bob Cole\n\n**Regrets:**\n',
    )
    expect(attendance({ form: 'lines', labels: [PRESENT] }, people)).toBe(
      '**Present:**\\\nAnn Bell (Acme)\\\nBob Cole\n',
    )
    expect(attendance({ form: 'row', labels: [{ text: 'Attending', state: 'present' }] }, people)).toBe(
      '| | |\n| --- | --- |\n| Attending | Ann Bell (Acme), Bob Cole |\n| Note Taker | |\n',
    )
    const columns = [
      { text: 'Name', holds: 'name' },
      { text: 'Abbreviation', holds: 'initials' },
    ] as const
    expect(attendance({ form: 'table', columns }, people)).toBe(
      '| Name | Abbreviation |\n| --- | --- |\n| Ann Bell | AB |\n| Bob Cole | |\n',
    )
    expect(attendance({ form: 'table', columns }, [])).toBe('| Name | Abbreviation |\n| --- | --- |\n')
  })

  test('end with the lines that every file ends with', () => {
    const footer = '*Copyright {yyyy} The authors.*'
    const head = { form: 'item', text: 'Action Items' } as const
    const sections = [{ kind: 'actions', head, body: '' }] as const
    expect(printed({ sections, footer }, MEETING)).toBe(
      '# Weekly call, 2027-04-06\n\n- Action Items\n\n*Copyright 2027 The authors.*\n',
    )
  })
})

const PRESENT = { text: '**Present:**', state: 'present' } as const
const REGRETS = { text: '**Regrets:**', state: 'regrets' } as const

function attendance(form: Partial<HouseStyle['attendance']>, people: NewMinutes['people'] = []): string {
  const style: Partial<HouseStyle> = {
    title: { level: 0, pattern: '', usual: '' },
    sections: [{ kind: 'attendance', head: { form: 'none' }, body: '' }],
    attendance: { ...PLAIN.attendance, ...form },
    noteTaker: { form: form.form === 'row' ? 'row' : 'none', label: 'Note Taker' },
  }
  return printed(style, { people })
}

function printed(style: Partial<HouseStyle>, meeting: NewMinutes): string {
  const minutes = skeleton({ ...PLAIN, ...style }, meeting)
  const { text, exact } = print(minutes, { habits: { ...PLAIN, ...style }.writing })
  expect(exact).toBe(true)
  expect(print(parse(text), { habits: { ...PLAIN, ...style }.writing }).text).toBe(text)
  return text
}
