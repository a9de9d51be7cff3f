import { describe, expect, test } from 'vitest'

import type { DocJson } from '../document/node.ts'
import { minutesSchema } from '../document/schema.ts'
import { parse, print, readBase } from '../markdown/index.ts'
import { ZOE } from '../testing/attendance-changes.ts'
import { linesChanged } from '../testing/change-text.ts'
import { CORPUS_NOTE, SAMPLES } from '../testing/corpus.ts'
import { setDone, setDue } from './action/change.ts'
import { setOwners } from './action/set-owners.ts'
import { actionStyleOf } from './action/style.ts'
import { unmakeAction } from './action/unmake.ts'
import { addAgendaItem } from './agenda/add.ts'
import type { AgendaItem } from './agenda/agenda.ts'
import { setPresenter, setTimebox } from './agenda/change.ts'
import { flat } from './agenda/spelling.ts'
import type { Presence } from './attendance/attendance.ts'
import { addAttendee } from './attendance/change/add.ts'
import { setPresence } from './attendance/change/presence.ts'
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

function edits(document: DocJson, understanding: Understanding): readonly Edit[] {
  const { actions, decisions, polls } = understanding
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
    ...agendaEdits(document, understanding),
    ...attendanceEdits(document, understanding),
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

/** Of the first agenda that has topics: its first topic, and one more. */
function agendaEdits(document: DocJson, { agendas, roster }: Understanding): readonly Edit[] {
  const index = agendas.findIndex(({ items }) => items.length > 0)
  const agenda = agendas[index]
  const item = agenda?.items[0]
  if (agenda === undefined || item === undefined) return []
  const first = (after: Understanding): AgendaItem | undefined => after.agendas[index]?.items[0]
  // A presenter without a bracket is known by the attendance alone.
  const presenter = roster.attendees[0]?.name ?? 'Zoe Quill'
  return [
    {
      name: `timebox: ${item.text}`,
      changes: setTimebox(document, agenda, item, 7),
      lines: 1,
      holds: (after) => first(after)?.minutes?.value === 7 && first(after)?.text === item.text,
    },
    {
      name: `no timebox: ${item.text}`,
      changes: setTimebox(document, agenda, item, null),
      lines: 1,
      holds: (after) => first(after)?.minutes === undefined && first(after)?.text === item.text,
    },
    {
      name: `presenter: ${item.text}`,
      changes: setPresenter(document, agenda, item, [presenter], roster),
      lines: 1,
      holds: (after) => first(after)?.presenter?.value === presenter && first(after)?.text === item.text,
    },
    {
      name: 'one more topic',
      changes: addAgendaItem(document, agenda, { text: 'Tides and currents' }, null, roster),
      // With the blank lines that stand between the others.
      lines: 3,
      holds: ({ agendas }) =>
        agendas.some(({ items }) => flat(items).some(({ text }) => text === 'Tides and currents')),
    },
  ]
}

/** Of the first place where people are listed: somebody comes, and the last one is late. */
function attendanceEdits(document: DocJson, { attendances }: Understanding): readonly Edit[] {
  const [attendance] = attendances
  const last = attendance?.attendees.at(-1)
  if (attendance === undefined || last === undefined) return []
  const isThere = ({ attendances }: Understanding, name: string, state: Presence): boolean =>
    attendances.some(({ attendees }) => attendees.some((each) => each.name === name && each.state === state))
  return [
    {
      name: 'one more person',
      changes: addAttendee(document, attendance, ZOE),
      lines: 1,
      holds: (after) => [ZOE.name, ZOE.handle].some((name) => isThere(after, name, attendance.state)),
    },
    {
      name: `late: ${last.name}`,
      changes: setPresence(document, attendances, last, last.state === 'late' ? 'left' : 'late'),
      lines: 1,
      holds: (after) => isThere(after, last.name, last.state === 'late' ? 'left' : 'late'),
    },
  ]
}

const files = SAMPLES.map(({ name, text }) => ({ name, text, document: parse(text) }))
  .map((file) => ({ ...file, found: understand(file.document) }))
  .filter(
    ({ found: { actions, agendas, attendances, decisions, polls } }) =>
      actions.length + agendas.length + attendances.length + decisions.length + polls.length > 0,
  )

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
