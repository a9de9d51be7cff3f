import { expect, test } from 'vitest'

import type { BlockJson, DocJson } from '../document/node.ts'
import { understand } from './understand.ts'

const RUNS = [
  ' ',
  '*',
  '_',
  '|',
  '[',
  '(',
  ':',
  '-',
  ' -',
  ' *',
  'a ',
  'ACTION ',
  'AI: ',
  '@a ',
  ', ',
  'F: ',
  '1 F, ',
  'by 2027-05-04 ',
  '🎬',
]

/** Nobody writes such lines, but anybody can send them. */
test.each(RUNS)('a line of many %j is read like any other', (run) => {
  const text = `ACTION: POLL: Decision: ${run.repeat(20_000)} x`
  const document: DocJson = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
  const { actions, decisions, polls } = understand(document)
  expect(actions.length + decisions.length + polls.length).toBeLessThan(5)
})

test.each(RUNS)('so are names of many %j, in a list and in a table', (run) => {
  const name = `Ann ${run.repeat(10_000)} x`
  const { attendees } = understand({ type: 'doc', content: [heading('Attendees'), list(name, 'Bob Cole')] }).roster
  expect(attendees.length).toBeLessThan(10_001)
  const table = understand({ type: 'doc', content: [tableOf(['Owner', 'Action'], [name, name])] })
  expect(table.actions.length).toBeLessThan(2)
})

function heading(text: string): BlockJson {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] }
}

function list(...names: readonly string[]): BlockJson {
  const content = names.map((text) => [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }])
  return { type: 'bulletList', content: content.map((blocks) => ({ type: 'listItem', content: blocks })) }
}

function tableOf(...rows: readonly (readonly string[])[]): BlockJson {
  const cellOf = (text: string) => ({ type: 'tableCell' as const, content: [{ type: 'text' as const, text }] })
  return { type: 'table', content: rows.map((cells) => ({ type: 'tableRow', content: cells.map(cellOf) })) }
}
