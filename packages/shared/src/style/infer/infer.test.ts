import { describe, expect, test } from 'vitest'

import { PLAIN } from '../plain.ts'
import { inferStyle } from './infer.ts'

const CORE = (day: string, more = '') => `# Core Meeting (${day}) 📋

Older minutes are [here](https://example.org/).

## Attendance

- Ann Bell (@ann)
- Bob Cole (@bob)

## Agenda

1. Topic

## Minutes

- Said

## Links

${more}
*Copyright ${day.slice(-4)} The Core project.*
`

describe('the style that files show', () => {
  test('is the plain one where they show nothing', () => {
    expect(inferStyle([''])).toEqual({ ...PLAIN, name: 'Meeting', noteTaker: { ...PLAIN.noteTaker, form: 'none' } })
  })

  test('is what most of several files have, in their order', () => {
    const style = inferStyle([CORE('27/04/2027'), CORE('06/05/2027', 'x\n'), '# Notes\n'], ['minutes/2027-04-27.md'])
    expect(style.title).toEqual({ level: 1, pattern: '{title} ({dd}/{mm}/{yyyy}) 📋', usual: 'Core Meeting' })
    expect(style.opening).toBe('Older minutes are [here](https://example.org/).')
    expect(style.footer).toBe('*Copyright {yyyy} The Core project.*')
    expect(style.fileName).toBe('{yyyy}-{mm}-{dd}.md')
    expect(style.attendance).toMatchObject({ form: 'list', entry: '{name} (@{handle})' })
    expect(style.sections.map(({ head }) => 'text' in head && head.text)).toEqual([
      'Attendance',
      'Agenda',
      'Minutes',
      'Links',
    ])
  })

  test('takes from a single file only what cannot belong to one meeting', () => {
    const style = inferStyle([CORE('27/04/2027')])
    expect(style.opening).toBe('')
    expect(style.footer).toBe('*Copyright {yyyy} The Core project.*')
    expect(style.sections.map(({ kind }) => kind)).toEqual(['attendance', 'agenda', 'notes'])
  })

  test('knows a table in which people stand behind labels', () => {
    const text = `## Aug 2, 2027 - Core call

|  |  |
| --- | --- |
| Attending | Ann Bell (Acme), Bob Cole (Acme), Cem Dal |
| Note Taker | |

**Action Items:**

- Ann: write it
`
    const style = inferStyle([text])
    expect(style.title).toEqual({ level: 2, pattern: '{mon} {d}, {yyyy} - {title}', usual: 'Core call' })
    expect(style.attendance).toMatchObject({
      form: 'row',
      entry: '{name} ({affiliation})',
      labels: [{ text: 'Attending', state: 'present' }],
    })
    expect(style.noteTaker).toEqual({ form: 'row', label: 'Note Taker' })
    expect(style.sections).toEqual([
      { kind: 'attendance', head: { form: 'none' }, body: '' },
      { kind: 'actions', head: { form: 'label', text: '**Action Items:**' }, body: '' },
    ])
  })

  test('knows a table with a row for each person', () => {
    const text = `# 7th Meeting | 18 February 2027

**Attendees:**

| Name | Abbreviation | Organization |
| --- | --- | --- |
| Ann Bell | AB | Acme |
| Bob Cole | BC | Acme |
`
    const style = inferStyle([text])
    expect(style.attendance.columns).toEqual([
      { text: 'Name', holds: 'name' },
      { text: 'Abbreviation', holds: 'initials' },
      { text: 'Organization', holds: 'affiliation' },
    ])
    expect(style.sections).toEqual([{ kind: 'attendance', head: { form: 'label', text: '**Attendees:**' }, body: '' }])
  })

  test('knows lines with labels, and who takes the notes', () => {
    const text =
      '## Team Teleconference\n\nPresent: Ann, Bob, Cem\n\nRegrets: Dee\n\nScribe: Ann\n\n### Topic\n\nAnn: a\n'
    const style = inferStyle([text])
    expect(style.attendance.labels).toEqual([
      { text: 'Present:', state: 'present' },
      { text: 'Regrets:', state: 'regrets' },
    ])
    expect(style.noteTaker).toEqual({ form: 'line', label: 'Scribe:' })
  })

  test('knows front matter, what is the same in it and what is of the meeting', () => {
    const matter = (day: string, tags: string): string =>
      `---\ntitle: "Gathering, March ${day}, 2027"\ntags: ${tags}\ndatetime: 2027-03-0${day}T13:00:00+01:00\nlocation: online\nparticipants:\n- Ann Bell\n- Bob Cole\n---\n\n## Agenda\n\n- a\n`
    const style = inferStyle([matter('1', 'a'), matter('8', 'b')])
    expect(style.matter).toEqual([
      { key: 'title', value: '"{title}, {month} {d}, {yyyy}"', isList: false },
      { key: 'tags', value: '', isList: false },
      { key: 'datetime', value: '{datetime}', isList: false },
      { key: 'location', value: 'online', isList: false },
      { key: 'participants', value: '{name}', isList: true },
    ])
    expect(style.title).toEqual({ level: 0, pattern: '{title}, {month} {d}, {yyyy}', usual: 'Gathering' })
  })

  test('does not mix the labels of a file with the check boxes of the plain style', () => {
    const { action } = inferStyle(['## Notes\n\nACTION: write it down\n'])
    expect(action).toMatchObject({ form: 'label', label: 'ACTION', owner: 'colon', isHandle: false })
    expect(inferStyle(['## Notes\n\nNothing.\n']).action).toEqual(PLAIN.action)
  })
})
