import { expect, test } from 'vitest'

import type { DocJson } from '../document/node.ts'
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
