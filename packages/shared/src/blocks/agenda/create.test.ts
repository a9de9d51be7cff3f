import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { minutesSchema } from '../../document/schema.ts'
import { print } from '../../markdown/index.ts'
import { agendaIn } from '../../testing/agenda-changes.ts'
import { changed } from '../change/apply.ts'
import { understand } from '../understand.ts'
import { addAgendaItem } from './add.ts'
import { newAgenda, PLAIN_AGENDA } from './create.ts'

describe('a new agenda', () => {
  test('is written plainly, and read back as it was meant', () => {
    const topics = [
      { text: 'Opening', items: [{ text: 'Roll call' }] },
      { text: 'Dates', minutes: 10, presenters: ['Ann Bell'] },
    ]
    const { text } = print({ type: 'doc', content: newAgenda(topics) }, { base: '' })
    expect(text).toBe('## Agenda\n\n- Opening\n  - Roll call\n- Dates (10 minutes, Ann Bell)\n')
  })

  test('is written in a style', () => {
    const style = {
      head: { form: 'label', text: 'Agenda:', isBold: true },
      isOrdered: true,
      isNestedOrdered: false,
      example: '5 min - Topic - @ann',
    } as const
    const { text } = print(
      { type: 'doc', content: newAgenda([{ text: 'Dates', minutes: 10, presenters: ['bo'] }], style) },
      { base: '' },
    )
    expect(text).toBe('**Agenda:**\n\n1. 10 min - Dates - @bo\n')
  })

  test('waits with an empty item while it has no topics', () => {
    const document: DocJson = { type: 'doc', content: newAgenda([], PLAIN_AGENDA) }
    const agenda = agendaIn(document)
    expect(agenda).toMatchObject({ form: 'list', items: [] })
    const filled = changed(
      document,
      addAgendaItem(document, agenda, { text: 'one' }, null, understand(document).roster),
      minutesSchema(),
    )
    expect(print(filled, { base: '' }).text).toBe('## Agenda\n\n- one\n')
  })
})
