import { describe, expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { type Understanding, understand } from '../understand.ts'

function decisionsIn(text: string): readonly string[] {
  return understand(parse(text)).decisions.map(({ text }) => text.value)
}

const TALK = '# Weekly\n\nPresent: Ann, Lee\n\n- Ann: hello\n- Lee: hello\n- Ann: well\n- Lee: well\n'

describe('a label makes a line a decision', () => {
  test.each([
    ['RESOLVED: use it'],
    ['**RESOLVED:** use it'],
    ['**RESOLVED: use it**'],
    ['RESOLUTION: use it'],
    ['Resolution 2: use it'],
    ['***Resolution #1: use it***'],
    ['Decision: use it'],
    ['**Decision** use it'],
    ['DECISION - use it'],
    ['*Decision:* use it'],
    ['Decided: use it'],
    ['Conclusion: use it'],
    ['...conclusion: use it'],
    ['Conclusion/Resolution: use it'],
    ['Concensus: use it'],
    ['Consensus: use it'],
    ['Outcome: use it'],
    ['**Verdict**: use it'],
    ['Agreed: use it'],
    ['AGREED: use it'],
    ['Agreement: use it'],
    ['#agreed use it'],
    ['RESOLVED use it'],
    ['[RESOLVED: use it]'],
    ['[Ann: conclusion/resolution: use it]'],
    ['Lee: RESOLVED: use it'],
    ['🎉 RESOLVED: use it'],
    ['Group consensus: use it'],
    ['Decision made: use it'],
    ['**Decision 58.1**: use it'],
    ['[DECISION] use it'],
    ['**Resolved unanimously**: use it'],
    ['### Conclusion: use it'],
  ])('%s', (item) => {
    expect(decisionsIn(`${TALK}- ${item}\n`)).toEqual(['use it'])
    expect(decisionsIn(`${TALK}\n${item}\n`)).toEqual(['use it'])
  })

  test('up to where another label begins', () => {
    const after = (row: string): Pick<Understanding, 'decisions' | 'actions'> =>
      understand(parse(`Decision: use it\n${row}\n`))
    expect(after('and keep it').decisions[0]?.text.value).toBe('use it and keep it')
    expect(after('Action: Lee to write').decisions[0]?.text.value).toBe('use it')
    expect(after('Action: Lee to write').actions[0]?.text.value).toBe('write')
    expect(after('**Next meeting**: May').decisions[0]?.text.value).toBe('use it')
    const before = understand(parse('Action: Lee to write\nDecision: use it\n'))
    expect(before.actions[0]?.text.value).toBe('write')
    expect(before.decisions[0]?.text.value).toBe('use it')
  })

  test('also where a full stop ends it', () => {
    expect(decisionsIn(`${TALK}\nConclusion. It is to be used.\n`)).toEqual(['It is to be used.'])
    expect(decisionsIn(`${TALK}\nConsensus. It is good to have.\n`)).toEqual([])
    expect(decisionsIn(`${TALK}\nThe conclusion. It came late.\n`)).toEqual([])
  })

  test('also in the next line of a topic, however long that is', () => {
    const topic = `* Boats, ${'oars, '.repeat(12)}sails`
    expect(decisionsIn(`# Call\n\n## New topics\n\n${topic}\nDecision: buy\n\n* Oars\n`)).toEqual(['buy'])
    expect(decisionsIn(`# Call\n\n## New topics\n\n${topic}\nand a decision on tar\n\n* Oars\n`)).toEqual([])
  })

  test('also in a quote, over several rows', () => {
    expect(decisionsIn('> ***Resolution #1: use it\n> and keep it***\n{: #resolution1 .resolution}\n')).toEqual([
      'use it and keep it',
    ])
  })

  test.each([
    ['PROPOSED RESOLUTION: use it'],
    ['Proposed resolution: use it'],
    ['**Proposed resolution: use it** _(Ann)_'],
    ['Consensus is good'],
    ['Agreed.'],
    ['Agreed with Lee'],
    ['[agreed to change the time]'],
    ['Lee: Consensus is against it'],
    ['Lee: decision: it is hard'],
    ['Resolved issues: 3'],
    ['Decision: none'],
    ['Conclusion: TBD'],
    ['Conclusion: see above.'],
    ['The outcome: we do not know'],
    ['Decision log'],
    ['[decision pending] use it'],
    ['Group decision: which of them?'],
  ])('not %s', (item) => {
    expect(decisionsIn(`${TALK}- ${item}\n`)).toEqual([])
  })
})

describe('below a heading, label or item for it', () => {
  test.each([
    ['### Conclusion'],
    ['#### Conclusion/Resolution'],
    ['#### Concensus/Resolution'],
    ['### Conclusion / Decision'],
    ['#### Consensus/Resolution'],
    ['### Conclusion/Next steps'],
    ['## Decisions'],
    ['## Decisions made'],
    ['### Consented decisions'],
    ['## Beschlüsse'],
    ['### Resolution'],
    ['## 5. Resolutions'],
    ['Conclusion:'],
    ['Decisons of the meeting:'],
    ['**Decisions**'],
    ['**Conclusion/Resolution, point 2**'],
  ])('%s', (head) => {
    expect(decisionsIn(`# Weekly\n\n${head}\n\n- use it\n  - all of it\n- keep it\n`)).toEqual(['use it', 'keep it'])
  })

  test.each([['### Decision process'], ['### Proposed resolutions'], ['## TODOs and Decisions'], ['## Summary']])(
    'not %s',
    (head) => {
      expect(decisionsIn(`# Weekly\n\n${head}\n\n- use it\n`)).toEqual([])
    },
  )

  test('each of many sections has its own', () => {
    const text =
      '## One\n\nAB: hello\n\n### Conclusion\n\n- use it\n\n## Two\n\nCD: well\n\n### Conclusion\n\nKeep it.\n\nDrop the rest.\n'
    expect(decisionsIn(text)).toEqual(['use it', 'Keep it.', 'Drop the rest.'])
  })

  test('an item with a nested list', () => {
    expect(decisionsIn(`${TALK}- Consensus:\n  - use it\n  - keep it\n- Lee: next\n`)).toEqual(['use it', 'keep it'])
  })

  test('items, and not what is said of them behind the list', () => {
    expect(decisionsIn('# Weekly\n\n### Conclusion\n\n- use it\n- keep it\n\nNot without some dissent.\n')).toEqual([
      'use it',
      'keep it',
    ])
  })

  test('a paragraph below a label, and nothing that follows', () => {
    expect(decisionsIn('# Weekly\n\nConclusion:\n\nUse it.\n\nWe went home.\n')).toEqual(['Use it.'])
  })

  test('a list below a label, up to the topics with boxes that Markdown takes for more of it', () => {
    expect(decisionsIn('Conclusion:\n\n* use it\n\n* [x] the next topic\n\n* [ ] one more\n')).toEqual(['use it'])
    expect(decisionsIn('## Decisions\n\n- [x] use it\n')).toEqual(['use it'])
    expect(decisionsIn('## Decision\n\nNo decision was made. We talk again next week.\n')).toEqual([])
  })

  test('ends where somebody speaks, or something else begins in bold', () => {
    expect(decisionsIn('### Conclusion\n\nUse it.\n\nAB: what of the rest?\n\nIt is small.\n')).toEqual(['Use it.'])
    expect(decisionsIn('### Conclusion\n\nUse it.\n\n**The rest of the slides**\n\n- one\n')).toEqual(['Use it.'])
    expect(decisionsIn('### Conclusion\n\n- use it\n\n**UPDATE**\n[see later](https://example.org)\n')).toEqual([
      'use it',
    ])
  })

  test('passes over what leads to a list, remarks in brackets, names, and that there is none', () => {
    expect(decisionsIn('### Conclusion\n\nWhat of length?\n\n- yes\n- no\n')).toEqual(['yes', 'no'])
    expect(decisionsIn('### Conclusion\n\nUse it.\n\n(See: https://example.org)\n')).toEqual(['Use it.'])
    expect(decisionsIn('### Conclusion\n\n- use it\n- Reviewers\n- Ann Bell\n- Lee Moss\n')).toEqual([
      'use it',
      'Reviewers',
    ])
    expect(decisionsIn('### Conclusion\n\nNone\n\n### Conclusion\n\nNo decision.\n')).toEqual([])
  })

  test('a list at the end that only repeats them is not counted again', () => {
    const text = `# Weekly

RESOLVED: use it

RESOLVED: keep it

## Resolutions

1. [use it](#r1)
2. [Resolution #2](#r2): keep it
`
    expect(decisionsIn(text)).toEqual(['use it', 'keep it'])
  })

  test('also where a word is corrected there', () => {
    const text = '> RESOLUTION #1: use hte page\n\n## Resolutions\n\n* [Resolution #1](#r1): use the page\n'
    expect(decisionsIn(text)).toEqual(['use hte page'])
    expect(decisionsIn(text.replace('(#r1)', '(https://a.example/1)'))).toHaveLength(2)
    expect(decisionsIn(text.replace('[Resolution #1]', '[Resolution #2]'))).toHaveLength(2)
  })

  test('what somebody is told to do behind the items is one more, with the code that it leads to', () => {
    const list = '# Weekly\n\n### Conclusion\n\n- use it\n\n'
    expect(decisionsIn(`${list}Ann Bell to write the page.\n`)).toEqual(['use it', 'Ann Bell to write the page.'])
    expect(decisionsIn(`${list}Ann Bell to add this:\n\n\`\`\`\na\n\`\`\`\n`)).toEqual([
      'use it',
      'Ann Bell to add this:',
    ])
    expect(decisionsIn(`${list}Ann Bell to add these:\n\n1. a\n`)).not.toContain('Ann Bell to add these:')
  })

  test('the same words in two sections are two decisions', () => {
    expect(decisionsIn('## A\n\n### Conclusion\n\n- Stage 2\n\n## B\n\n### Conclusion\n\n- Stage 2\n')).toHaveLength(2)
  })
})

describe('below a heading of tasks and decisions', () => {
  test('is one what only tells what will be', () => {
    const text =
      '## TODOs and Decisions\n\nVersion 2 will happen in May.\nIt will be small.\n\nRD: Write the page.\n\nPrint it.\n'
    const { decisions, actions } = understand(parse(text))
    expect(decisions.map(({ text }) => text.value)).toEqual(['Version 2 will happen in May. It will be small.'])
    expect(actions.map(({ text }) => text.value)).toEqual(['Write the page.', 'Print it.'])
  })

  test('also behind what it is about', () => {
    const text =
      '## Decisions and Action Items\n\n- **Nuts:** The group will not adopt them.\n- **Old Bolts:** Ann to write\n- **New Bolts:** Editors to read\n'
    const { decisions, actions } = understand(parse(text))
    expect(decisions.map(({ text }) => text.value)).toEqual(['Nuts: The group will not adopt them.'])
    expect(actions.map(({ owners }) => owners[0]?.value)).toEqual(['Ann', 'Editors'])
  })

  test('also what a group is said to have decided', () => {
    const text =
      '## Decisions and Action Items\n\n- **Nuts:** The group decided to keep them.\n- The WG has approved the bolts\n- Soft deadline for the screws: May 1\n- The team agreed to write\n'
    const { decisions, actions } = understand(parse(text))
    expect(decisions.map(({ text }) => text.value)).toEqual([
      'Nuts: The group decided to keep them.',
      'The WG has approved the bolts',
      'Soft deadline for the screws: May 1',
    ])
    expect(actions.map(({ text }) => text.value)).toEqual(['write'])
  })

  test('also what calls itself a decision, behind what it is about', () => {
    const text =
      '## Decisions and Action Items\n\n- **Nuts:** Decision to keep them if they fit.\n- **Bolts:** Agreement that they are long.\n- **Screws:** Decision needed\n'
    const { decisions, actions } = understand(parse(text))
    expect(decisions.map(({ text }) => text.value)).toEqual([
      'Nuts: Decision to keep them if they fit.',
      'Bolts: Agreement that they are long.',
    ])
    expect(actions).toHaveLength(1)
  })

  test('and then no task, though its topic looks like somebody who speaks', () => {
    const notes = '- **Nuts:** long talk\n- **Nuts:** and more\n'
    const { decisions, actions } = understand(
      parse(
        `## Notes\n\n${notes}\n## Decisions and Action Items\n\n- **Nuts:** Decision to keep them.\n- Lee to write\n`,
      ),
    )
    expect(decisions).toHaveLength(1)
    expect(actions.map(({ text }) => text.value)).toEqual(['write'])
  })

  test('but nothing below one of tasks alone', () => {
    expect(decisionsIn('## Action items\n\n- Version 2 will happen in May\n')).toEqual([])
  })
})

test('a label over items may say in brackets who tells the others', () => {
  expect(decisionsIn('- Nuts\n  - Resolved (Lee to tell them):\n    - oil them\n')).toEqual(['oil them'])
  expect(decisionsIn('- Nuts\n  - Resolved: (Lee)\n    - oil them\n    - count them\n')).toEqual([
    'oil them',
    'count them',
  ])
  expect(decisionsIn('- Resolved: oil them (Lee)\n  - they rust\n')).toEqual(['oil them (Lee)'])
})

test('also in the infinitive, where it is loud', () => {
  expect(decisionsIn('RESOLVE: oil the nuts\n')).toEqual(['oil the nuts'])
  expect(decisionsIn('Resolve: oil the nuts\n')).toEqual([])
  expect(decisionsIn('RESOLVE the issues\n')).toEqual([])
})

test('`Consensus is` over items says so of them', () => {
  expect(decisionsIn(`${TALK}- Consensus is\n  - to use it\n  - to keep it\n`)).toEqual(['to use it', 'to keep it'])
  expect(decisionsIn(`${TALK}- Consensus is hard\n  - to use it\n`)).toEqual([])
})

test('the last word may say that it is one', () => {
  expect(decisionsIn(`${TALK}\nLee: propose to rename the room [AGREED]\n`)).toEqual(['propose to rename the room'])
  expect(decisionsIn(`${TALK}\nLee: propose to rename the room (agreed)\n`)).toEqual([])
})

test('the span is that of the words', () => {
  const document = parse('RESOLVED: use it\n')
  const [decision] = understand(document).decisions
  expect(decision).toMatchObject({ text: { at: { from: 10, to: 16 } }, label: { from: 0, to: 10 }, form: 'label' })
})

test('what a person says of a line holds', () => {
  const said = (role: string, text: string): number => {
    const { content } = parse(text)
    const [node] = content
    const attrs = { role }
    return understand({ type: 'doc', content: [{ ...node, attrs } as (typeof content)[number]] }).decisions.length
  }
  expect(said('decision', 'use it\n')).toBe(1)
  expect(said('plain', 'RESOLVED: use it\n')).toBe(0)
  expect(said('action', 'RESOLVED: use it\n')).toBe(0)
})
