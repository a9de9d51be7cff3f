import { SHIPPED } from '@plenary/shared/style'
import { describe, expect, test } from 'vitest'

import { readMatter, writeMatter } from './matter-lines.ts'
import { readSections, writeSections } from './section-lines.ts'

const styles = Object.entries(SHIPPED)

describe('the sections of a style in lines', () => {
  test.each(styles)('come back as they were: %s', (_name, { sections }) => {
    expect(readSections(writeSections(sections), sections)).toEqual(sections)
  })

  test('are written as they stand in a file', () => {
    const { sections } = SHIPPED['sig-registries']
    expect(writeSections(sections)).toContain('agenda: ## Agenda'.replace('##', '###'))
    expect(writeSections(sections)).toContain('actions: **Action Items:**')
  })

  test('take other names, levels and orders, and keep what always stands in them', () => {
    const before = [
      { kind: 'notes', head: { form: 'heading', level: 2, text: 'Notes' }, body: 'As usual.' },
      { kind: 'other', head: { form: 'none' }, body: '' },
    ] as const
    expect(readSections('actions: - Action Items\n\nnotes: ### Minutes\nother:', before)).toEqual([
      { kind: 'actions', head: { form: 'item', text: 'Action Items' }, body: '' },
      { kind: 'notes', head: { form: 'heading', level: 3, text: 'Minutes' }, body: 'As usual.' },
      { kind: 'other', head: { form: 'none' }, body: '' },
    ])
  })

  test('are none while a line says no kind', () => {
    expect(readSections('agenda: ## Agenda\nfoo', [])).toBeNull()
  })
})

describe('the front matter of a style in lines', () => {
  test.each(styles)('comes back as it was: %s', (_name, { matter }) => {
    expect(readMatter(writeMatter(matter))).toEqual(matter)
  })

  test('takes keys and lists in their order', () => {
    const lines = 'title: "{title}: a call"\ntags:\nparticipants:\n- {name}\nteams:\n- core\n- docs'
    const matter = [
      { key: 'title', value: '"{title}: a call"', isList: false },
      { key: 'tags', value: '', isList: false },
      { key: 'participants', value: '{name}', isList: true },
      { key: 'teams', value: 'core\ndocs', isList: true },
    ]
    expect(readMatter(lines)).toEqual(matter)
    expect(writeMatter(matter)).toBe(lines)
  })

  test('is none while a line is neither a key nor an entry', () => {
    expect(readMatter('title: a\njust words')).toBeNull()
    expect(readMatter('- an entry of nothing')).toBeNull()
  })
})
