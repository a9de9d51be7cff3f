import { changed } from '../blocks/change/apply.ts'
import type { Change } from '../blocks/change/change.ts'
import type { DocJson } from '../document/node.ts'
import { minutesSchema } from '../document/schema.ts'
import { parse, print } from '../markdown/index.ts'

const schema = minutesSchema()

/** The text of minutes after changes of their document, printed as a patch; throws where the file cannot hold all of it. */
export function changeText(text: string, plan: (document: DocJson) => readonly Change[]): string {
  const document = parse(text)
  const printed = print(changed(document, plan(document), schema), { base: text })
  if (!printed.exact || printed.losses.length > 0) throw new Error(`not exact: ${printed.losses.join('; ')}`)
  return printed.text
}

/** What a diff of two texts shows: lines that went with `-`, lines that came with `+`, in their order. */
export function linesChanged(before: string, after: string): readonly string[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return [
    ...a.slice(start, a.length - end).map((line) => `-${line}`),
    ...b.slice(start, b.length - end).map((line) => `+${line}`),
  ]
}
