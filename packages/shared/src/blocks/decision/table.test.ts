import { expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { understand } from '../understand.ts'

function decisionsIn(text: string): readonly string[] {
  return understand(parse(text)).decisions.map(({ text }) => text.value)
}

test('the rows of a table below a heading for them are decisions', () => {
  const table = '| # | Decision | Why |\n|---|---|---|\n| 1 | Use screws | cheap |\n| 2 | None | |\n'
  expect(decisionsIn(`## Decisions\n\n${table}`)).toEqual(['Use screws'])
})

test('a column that is headed so holds them anywhere, unless it only says how a topic went', () => {
  const table =
    '| Topic | Decision |\n|---|---|\n| Nuts | Approved |\n| Screws | We buy more of them |\n| Oil | [Decision] |\n'
  expect(decisionsIn(`# Weekly\n\n${table}`)).toEqual(['We buy more of them'])
})

test('other tables hold none', () => {
  expect(decisionsIn('# Weekly\n\n| Topic | Notes |\n|---|---|\n| Nuts | We decided on screws |\n')).toEqual([])
})
