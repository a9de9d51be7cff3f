import { describe, expect, test } from 'vitest'

import { understand } from '../blocks/understand.ts'
import type { DocJson } from '../document/node.ts'
import { minutesSchema } from '../document/schema.ts'
import { parse, printWrapped } from '../markdown/index.ts'
import { CORPUS_NOTE } from '../testing/corpus.ts'
import { complaints, markdownlintComplaints, NOT_THEIRS } from '../testing/group-linters.ts'
import { heldMeeting, TOPICS } from '../testing/held-meeting.ts'
import { samplesOf, STYLE_NAMES } from '../testing/style-samples.ts'
import type { HouseStyle } from './house-style.ts'
import { SHIPPED, type ShippedName } from './shipped.ts'
import { skeleton } from './skeleton.ts'

const schema = minutesSchema()

describe.each(Object.entries(SHIPPED) as [ShippedName, HouseStyle][])('a meeting in the style %s', (name, style) => {
  const document = heldMeeting(style, schema)
  const printed = printWrapped(document, { habits: style.writing })

  test('is printed exactly, and reads back with the same structure', () => {
    expect(printed).toMatchObject({ exact: true, losses: [] })
    const hasAgenda = style.sections.some(({ kind }) => kind === 'agenda')
    expect(structureOf(document)).toMatchObject({
      facts: isDated(style) ? { date: '2027-04-27' } : {},
      people: ['Ann Bell', 'Bob Cole', 'Kim Dal', 'Dee Egan'].map((person) => [person, 'present']),
      noteTakers: style.noteTaker.form === 'none' ? [] : ['Bob Cole'],
      agenda: hasAgenda ? TOPICS.map(({ text, minutes }) => [text, minutes]) : [],
      actions: [
        [expect.stringMatching(/^send the numbers to the list$/i), [expect.stringMatching(/^(?:Ann.*|AB|ABL)$/i)]],
      ],
      polls: [
        [
          'Should the release wait for the numbers?',
          style.poll.options.map((label, index) => [label, index + 1]),
          'No consensus',
        ],
      ],
      decisions: ['The release is out by the end of the month.'],
      turns: [0, 1, 2].map(() => [expect.any(String), 'one']),
    })
    expect(structureOf(parse(printed.text))).toEqual(structureOf(document))
  })

  test('is printed so that the linter of its group has nothing against it', async () => {
    expect(await complaints(name, style, printed.text)).toEqual([])
  })

  test('begins with minutes that the linter takes as well, and in which nothing is made up', async () => {
    const { text } = printWrapped(skeleton(style, { date: '2027-04-27' }), { habits: style.writing })
    expect(await complaints(name, style, text)).toEqual([])
    expect(structureOf(parse(text))).toMatchObject({
      people: [],
      noteTakers: [],
      actions: [],
      polls: [],
      decisions: [],
      turns: [],
    })
  })
})

describe(`the linters, on ${CORPUS_NOTE}`, () => {
  test('complain where there is something to complain about', async () => {
    const bad = '# A\n\n\n\n*  b \n### C\n'
    for (const [name, style] of Object.entries(SHIPPED) as [ShippedName, HouseStyle][]) {
      expect(await complaints(name, style, bad)).not.toEqual([])
    }
  })

  test('are spared no rule that the files of the group keep', async () => {
    for (const name of STYLE_NAMES) {
      const rules = name === 'node-tsc' || name === 'tc39' ? [] : NOT_THEIRS[name]
      for (const rule of rules) {
        const samples = samplesOf(name)
        const counts = await Promise.all(
          samples.map(
            async ({ text }) => (await markdownlintComplaints(text, { default: false, [rule]: true })).length,
          ),
        )
        expect({ name, rule, broken: counts.filter((count) => count > 0).length * 2 > samples.length }).toEqual({
          name,
          rule,
          broken: samples.length > 0,
        })
      }
    }
  })
})

/** Not every group writes the year, and without it a date is none. */
function isDated({ matter, title, opening }: HouseStyle): boolean {
  return [...matter.map(({ value }) => value), title.pattern, opening].some((pattern) =>
    /\{(?:yyyy|datetime)\}/.test(pattern),
  )
}

function structureOf(document: DocJson): object {
  const { facts, attendances, noteTakers, agendas, actions, polls, decisions, turns } = understand(document)
  return {
    facts,
    people: attendances.flatMap(({ attendees }) => attendees.map(({ name, state }) => [name, state])),
    noteTakers: noteTakers.map(({ value }) => value),
    agenda: agendas.flatMap(({ items }) => items.map(({ text, minutes }) => [text, minutes?.value])),
    actions: actions.map(({ text, owners }) => [text.value, owners.map(({ value }) => value)]),
    polls: polls.map(({ question, options, outcome }) => [
      question.value,
      options.map(({ label, count }) => [label, count.value]),
      outcome?.value,
    ]),
    decisions: decisions.map(({ text }) => text.value),
    turns: turns.map(({ written, who }) => [written, who.state]),
  }
}
