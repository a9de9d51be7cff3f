import type { Action } from '../blocks/action/action.ts'
import { type Understanding, understand } from '../blocks/understand.ts'
import { parse } from '../markdown/index.ts'

/** Minutes of a meeting with Ann, Lee and Mary. */
export const TALK = `# Weekly

Present: Ann, Lee, Mary

- Ann: good morning
- Lee: hello
- Mary: hi
- Ann: shall we begin?
- Lee: yes
- Mary: go on
`

export function actionsIn(text: string): Understanding['actions'] {
  return understand(parse(text)).actions
}

/** An action as one line: `[x] Lee, Mary: text (2027-05-04)`. */
export function shown({ text, owners, due, done }: Action): string {
  const names = owners.map(({ value }) => value).join(', ')
  return `${done ? '[x] ' : ''}${names === '' ? '' : `${names}: `}${text.value}${due === undefined ? '' : ` (${due.value})`}`
}

export function shownIn(text: string): readonly string[] {
  return actionsIn(text).map(shown)
}

/** What is read from one item among talk. */
export function readItem(item: string): readonly string[] {
  return shownIn(`${TALK}- ${item}\n`)
}
