import { describe, expect, test } from 'vitest'

import type { DocJson } from '../document/node.ts'
import { minutesSchema } from '../document/schema.ts'
import { parse, print, readBase } from '../markdown/index.ts'
import { linesChanged } from '../testing/change-text.ts'
import { CORPUS_NOTE, SAMPLES } from '../testing/corpus.ts'
import { setDone, setDue } from './action/change.ts'
import { setOwners } from './action/set-owners.ts'
import { actionStyleOf } from './action/style.ts'
import { unmakeAction } from './action/unmake.ts'
import { changed } from './change/apply.ts'
import type { Change } from './change/change.ts'
import { unmakeDecision } from './decision/change.ts'
import { samePath } from './path.ts'
import { setCount, setOutcome } from './poll/change.ts'
import { type Understanding, understand } from './understand.ts'

const schema = minutesSchema()

/** So many of a file's action items and decisions; the others are written in the same way. */
const FEW = 1

interface Edit {
  readonly name: string
  readonly changes: readonly Change[]
  /** Lines that may go or come. */
  readonly lines: number
  readonly holds: (after: Understanding, document: DocJson) => boolean
}

function edits(document: DocJson, { actions, decisions, polls }: Understanding): readonly Edit[] {
  const style = actionStyleOf(document, actions)
  const names = ['Lee', 'Zoe']
  return [
    ...actions.slice(0, FEW).flatMap((action, index): Edit[] => [
      {
        name: `done: ${action.text.value}`,
        changes: setDone(document, action, !action.done, style),
        // A hard-wrapped paragraph is struck from its first to its last line.
        lines: action.box === null ? action.text.value.length / 20 + 2 : 1,
        holds: (after) => after.actions[index]?.done === !action.done,
      },
      {
        name: `owners: ${action.text.value}`,
        changes: setOwners(document, action, names, style),
        lines: 1,
        // A name behind a dash is one only if the minutes know it.
        holds: ({ actions }) =>
          action.parts.owners.form === 'end-dash' ||
          actions[index]?.owners.map(({ value }) => value).join() === 'Lee,Zoe',
      },
      {
        name: `due: ${action.text.value}`,
        changes: setDue(document, action, '2031-02-03', style),
        lines: 1,
        holds: ({ actions }) => actions[index]?.due?.value === '2031-02-03',
      },
      {
        name: `no action: ${action.text.value}`,
        changes: unmakeAction(document, action),
        lines: 1,
        holds: (_, after) => understand(after).actions.length === actions.length - 1,
      },
    ]),
    ...decisions.slice(0, FEW).map((decision): Edit => ({
      name: `no decision: ${decision.text.value}`,
      changes: unmakeDecision(document, decision),
      lines: 1,
      holds: (_, after) =>
        !understand(after).decisions.some(({ carrier: { path, row } }) => {
          return row === decision.carrier.row && samePath(path, decision.carrier.path)
        }),
    })),
    ...polls.flatMap((poll, index): Edit[] => [
      ...poll.options.slice(0, 1).map((_, option): Edit => ({
        name: `count: ${poll.question.value}`,
        changes: setCount(document, poll, option, 77),
        lines: 1,
        holds: ({ polls }) => polls[index]?.options[option]?.count.value === 77,
      })),
      {
        name: `outcome: ${poll.question.value}`,
        changes: setOutcome(document, poll, 'no consensus'),
        lines: 2,
        holds: ({ polls }) => polls[index]?.outcome?.value === 'no consensus',
      },
    ]),
  ]
}

const files = SAMPLES.map(({ name, text }) => ({ name, text, document: parse(text) }))
  .map((file) => ({ ...file, found: understand(file.document) }))
  .filter(({ found: { actions, decisions, polls } }) => actions.length + decisions.length + polls.length > 0)

describe(`changes of what is found in minutes: ${files.length} files with something to change, of ${CORPUS_NOTE}`, () => {
  test.each(files)('$name', ({ text, document, found }) => {
    const base = readBase(text)
    for (const { name, changes, lines, holds } of edits(document, found)) {
      const after = changed(document, changes, schema)
      const printed = print(after, { base })
      const diff = linesChanged(text, printed.text)
      const most = Math.max(...['-', '+'].map((sign) => diff.filter((line) => line.startsWith(sign)).length))
      const result = { exact: printed.exact, losses: printed.losses, few: most <= lines }
      expect({ name, ...result, holds: holds(understand(parse(printed.text)), after) }).toEqual({
        name,
        exact: true,
        losses: [],
        few: true,
        holds: true,
      })
    }
  })
})
