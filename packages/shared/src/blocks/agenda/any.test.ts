import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { normalise } from '../../document/normal.ts'
import { minutesSchema } from '../../document/schema.ts'
import { anyDocument } from '../../testing/arbitrary.ts'
import { PATIENCE, RUNS, SEED } from '../../testing/random.ts'
import { changed } from '../change/apply.ts'
import { wordsAt } from '../change/words.ts'
import type { Span } from '../path.ts'
import { understand } from '../understand.ts'
import { addAgendaItem } from './add.ts'
import { setPresenter, setTimebox } from './change.ts'
import { flat } from './spelling.ts'

const schema = minutesSchema()
const settings = { seed: SEED, numRuns: Math.ceil(60 * RUNS) }

/** Any document below a heading that makes it an agenda. */
const anyAgenda = anyDocument.map(({ content }): DocJson =>
  normalise({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Agenda' }] },
      ...content.filter(({ type }) => type !== 'horizontalRule'),
    ],
  }),
)

function isIn(document: DocJson, { path, from, to }: Span): boolean {
  return from >= 0 && to >= from && wordsAt(document, { path, from, to }).length === to - from
}

test(
  `every place that is said of an agenda or a turn is there (seed ${SEED})`,
  () => {
    fc.assert(
      fc.property(anyAgenda, (document) => {
        const { agendas, turns } = understand(document)
        const items = agendas.flatMap((agenda) => flat(agenda.items))
        const places = items.flatMap(({ at, minutes, presenter }) => [at, minutes?.at, presenter?.at])
        const spans = [...places, ...turns.flatMap(({ at, goesOn }) => [at, ...goesOn])]
        expect(spans.filter((span) => span && !isIn(document, span))).toEqual([])
      }),
      settings,
    )
  },
  PATIENCE,
)

test(
  `every agenda can be changed everywhere, and stays minutes (seed ${SEED})`,
  () => {
    fc.assert(
      fc.property(anyAgenda, fc.integer({ min: 0, max: 999 }), (document, pick) => {
        const { agendas, roster } = understand(document)
        const agenda = agendas[pick % Math.max(1, agendas.length)]
        if (agenda === undefined) return
        const item = flat(agenda.items)[pick % Math.max(1, flat(agenda.items).length)]
        const added = { text: 'new', minutes: 5, presenters: ['Ann Bell'] }
        const changes = [
          addAgendaItem(document, agenda, added, null, roster),
          ...(item === undefined
            ? []
            : [
                setTimebox(document, agenda, item, 7),
                setTimebox(document, agenda, item, null),
                setPresenter(document, agenda, item, ['Ann Bell'], roster),
                setPresenter(document, agenda, item, [], roster),
                addAgendaItem(document, agenda, added, { behind: item }, roster),
                addAgendaItem(document, agenda, added, { in: item }, roster),
              ]),
        ]
        for (const change of changes) expect(() => changed(document, change, schema)).not.toThrow()
      }),
      settings,
    )
  },
  PATIENCE,
)
