import { expect } from 'vitest'

import { changed } from '../blocks/change/apply.ts'
import type { Change } from '../blocks/change/change.ts'
import type { DocJson } from '../document/node.ts'
import { minutesSchema } from '../document/schema.ts'
import { parse } from '../markdown/index.ts'
import { changeText } from './change-text.ts'

const schema = minutesSchema()

/** The text after changes; made again, of the document or of the text, they must change nothing. */
export function changeOnce(text: string, plan: (document: DocJson) => readonly Change[]): string {
  const document = parse(text)
  expect(plan(changed(document, plan(document), schema))).toEqual([])
  const after = changeText(text, plan)
  expect(plan(parse(after))).toEqual([])
  return after
}
