import type { AgendaProgress } from '@plenary/shared/ledger'
import { describe, expect, test } from 'vitest'

import { nextItem, notReached, openItemOf, plannedFor, planOf, spentOn } from './agenda.ts'

const topic = (text: string, minutes: number | null = null, depth = 0, isGroup = false) => ({
  item: `id-${text}`,
  text,
  depth,
  isGroup,
  minutes,
  presenter: null,
})
const progress = (
  text: string,
  state: AgendaProgress['state'],
  rest: Partial<AgendaProgress> = {},
): AgendaProgress => ({
  item: `id-${text}`,
  text,
  state,
  since: state === 'open' ? '2027-04-27T16:00:00.000Z' : null,
  spent: 0,
  extended: 0,
  presenters: [],
  ...rest,
})
const TOPICS = [topic('Welcome', 5), topic('Glossary', 10, 0, true), topic('Terms', null, 1), topic('Process')]

describe('the plan of a meeting', () => {
  test('is the agenda of the minutes, without what stands within an item', () => {
    expect(planOf(TOPICS, []).map(({ text }) => text)).toEqual(['Welcome', 'Glossary', 'Process'])
  })

  test('goes into heads that only hold other items', () => {
    const nested = [topic('Opening', null, 0, true), topic('Roll call', null, 1), topic('Proposals', null, 0, true)]
    const all = [...nested, topic('Threads', 10, 1, true), topic('Slides', null, 2), topic('Strings', null, 1)]
    expect(planOf(all, []).map(({ text }) => text)).toEqual(['Roll call', 'Threads', 'Strings'])
  })

  test('knows of each item how far it is, also by its words where its line has got another id', () => {
    const plan = planOf(TOPICS, [progress('Welcome', 'done'), progress('Glossary', 'open', { item: 'Glossary' })])
    expect(plan.map(({ progress }) => progress?.state)).toEqual(['done', 'open', undefined])
    expect(plan[1]?.item).toBe('Glossary')
  })

  test('keeps an item that somebody took out of the minutes after it was opened', () => {
    expect(planOf(TOPICS, [progress('Gone', 'done')]).at(-1)).toMatchObject({ text: 'Gone', item: 'id-Gone' })
  })

  test('goes on behind the open item, and comes back to what was left out before', () => {
    const next = (agenda: AgendaProgress[]) => nextItem(planOf(TOPICS, agenda))?.text
    expect(next([])).toBe('Welcome')
    expect(next([progress('Glossary', 'open')])).toBe('Process')
    expect(next([progress('Process', 'open')])).toBe('Welcome')
    expect(next(['Welcome', 'Glossary', 'Process'].map((text) => progress(text, 'done')))).toBeUndefined()
  })

  test('has not reached what nobody opened and what was deferred', () => {
    const plan = planOf(TOPICS, [progress('Welcome', 'done'), progress('Glossary', 'deferred')])
    expect(notReached(plan)).toEqual([
      { item: 'id-Glossary', text: 'Glossary', minutes: 10 },
      { item: 'id-Process', text: 'Process' },
    ])
  })
})

test('an item has taken what it took before and since it was opened last', () => {
  const item = progress('Glossary', 'open', { spent: 60_000, minutes: 10, extended: 5 })
  expect(spentOn(item, Date.parse('2027-04-27T16:00:30.000Z'))).toBe(90_000)
  expect(plannedFor(item)).toBe(15 * 60_000)
  expect(plannedFor(progress('Process', 'open'))).toBeNull()
  expect(openItemOf([progress('Welcome', 'done'), item])).toBe(item)
})
