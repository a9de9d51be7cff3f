import { describe, expect, test } from 'vitest'

import { parse, print } from '../../../markdown/index.ts'
import { type Edit, edited } from '../../../testing/attendance-changes.ts'
import { understand } from '../../understand.ts'
import { insertAttendance, newAttendance, PLAIN_ATTENDANCE } from './create.ts'

describe('a new attendance', () => {
  const people = [{ name: 'Ann Bell', affiliation: 'Acme', handle: 'annb' }, { name: 'Bob Cole' }]
  const written = (style: Partial<typeof PLAIN_ATTENDANCE>): string =>
    print({ type: 'doc', content: newAttendance({ ...PLAIN_ATTENDANCE, ...style }, people) }).text
  const label = { kind: 'label' as const, text: 'Present', isBold: true }

  test.each([
    [{}, '## Attendees\n\n- Ann Bell (Acme)\n- Bob Cole\n'],
    [
      { entry: '{name} @{handle}', head: { kind: 'heading' as const, text: 'Present', level: 3 } },
      '### Present\n\n- Ann Bell @annb\n- Bob Cole\n',
    ],
    [{ form: 'commas' as const, head: label }, '**Present:** Ann Bell (Acme), Bob Cole\n'],
    [{ form: 'commas' as const, noteTaker: 'Scribe' }, '## Attendees\n\nAnn Bell (Acme), Bob Cole\n\n**Scribe:**\n'],
    [
      { form: 'table' as const },
      '## Attendees\n\n| Name | Organization |\n| --- | --- |\n| Ann Bell | Acme |\n| Bob Cole | |\n',
    ],
    [
      { form: 'row' as const, head: { ...label, text: 'Attending' }, noteTaker: 'Note Taker' },
      '| | |\n| --- | --- |\n| Attending | Ann Bell (Acme), Bob Cole |\n| Note Taker | |\n',
    ],
    [
      { form: 'matter' as const, head: { ...label, text: 'participants' }, entry: '{name}' },
      '---\nparticipants:\n- Ann Bell\n- Bob Cole\n---\n',
    ],
  ])('%j', (style, text) => {
    expect(written(style)).toBe(text)
  })

  test.each(['list', 'table', 'row', 'commas', 'lines', 'matter'] as const)('is read as what it is: %s', (form) => {
    const document = parse(written({ form, head: label }))
    const [attendance] = understand(document).attendances
    expect(attendance).toMatchObject({ form, state: 'present' })
    expect(attendance?.attendees.map(({ name }) => name)).toEqual(['Ann Bell', 'Bob Cole'])
  })

  const insert: Edit = (_, document) => insertAttendance(document, PLAIN_ATTENDANCE, people)

  test('goes below the title, or to the heading that waits for it', () => {
    expect(edited('# Call\n\n4 May 2027\n\n## Agenda\n', insert)).toBe(
      '# Call\n\n4 May 2027\n\n## Attendees\n\n- Ann Bell (Acme)\n- Bob Cole\n\n## Agenda\n',
    )
    expect(edited('# Call\n\n## Present\n\n## Agenda\n', insert)).toBe(
      '# Call\n\n## Present\n\n- Ann Bell (Acme)\n- Bob Cole\n\n## Agenda\n',
    )
  })
})
