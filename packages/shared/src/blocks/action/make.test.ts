import { describe, expect, test } from 'vitest'

import type { DocJson } from '../../document/node.ts'
import { minutesSchema } from '../../document/schema.ts'
import { parse, print } from '../../markdown/index.ts'
import { changeText, linesChanged } from '../../testing/change-text.ts'
import { last, there } from '../../testing/there.ts'
import { changed } from '../change/apply.ts'
import { wordsAt } from '../change/words.ts'
import { Roster } from '../people/roster.ts'
import { understand } from '../understand.ts'
import { type NewAction, newAction, newActionItem, newActionSection } from './create.ts'
import { makeAction } from './make.ts'
import { type ActionStyle, actionStyleOf, PLAIN_ACTIONS } from './style.ts'
import { unmakeAction } from './unmake.ts'

const schema = minutesSchema()
const STYLES: Readonly<Record<string, ActionStyle>> = {
  plain: PLAIN_ACTIONS,
  bold: { ...PLAIN_ACTIONS, label: 'Action Item', mark: 'bold' },
  parens: { ...PLAIN_ACTIONS, label: 'AI', owner: 'parens' },
  brackets: { ...PLAIN_ACTIONS, mark: 'bold', isBracketed: true, separator: ' ', owner: 'brackets' },
  dash: { ...PLAIN_ACTIONS, mark: 'bold', separator: ' - ', owner: 'dash' },
  behind: { ...PLAIN_ACTIONS, form: 'trailing-label', label: 'ACTION ITEM', mark: 'bold' },
  boxes: { ...PLAIN_ACTIONS, form: 'box' },
  sentences: { ...PLAIN_ACTIONS, form: 'section', owner: 'to' },
}

/** A line, once it is made an action item, with what the caret takes in between bars. */
function made(item: string, style: ActionStyle): string {
  const text = `# Weekly\n\n- Ann: hello\n- Ann: well\n- ${item}\n`
  const document = parse(text)
  const path = [1, 2, 0]
  const { changes, caret } = there(makeAction(document, { path, row: 0 }, style, understand(document).roster))
  const after = changed(document, changes, schema)
  const words = wordsAt(after, { path, from: 0, to: Infinity })
  const { text: printed } = print(after, { base: text })
  expect(linesChanged(text, printed)).toHaveLength(2)
  return `${words.slice(0, caret.from)}|${words.slice(caret.from, caret.to)}|${words.slice(caret.to)}`
}

describe('making a line an action item', () => {
  test.each([
    ['plain', 'Ann: I write it', 'ACTION: |Ann|: I write it'],
    ['plain', 'write it', 'ACTION: ||write it'],
    ['bold', 'Ann: I write it', 'Action Item: |Ann|: I write it'],
    ['parens', 'Ann: I write it', 'AI(|Ann|): I write it'],
    ['parens', 'write it', 'AI||: write it'],
    ['brackets', 'Ann: I write it', '[ACTION - |Ann|] I write it'],
    ['brackets', 'write it', '[ACTION||] write it'],
    ['dash', 'Ann: I write it', 'ACTION - |Ann| - I write it'],
    ['behind', 'Ann: more talk', 'Ann: more talk ACTION ITEM||'],
    ['boxes', 'Ann: I write it', '|Ann|: I write it'],
    ['boxes', 'write it', '||write it'],
    ['sentences', 'Ann: I write it', 'ACTION: |Ann|: I write it'],
  ])('in the style %s: %s', (style, item, wanted) => {
    expect(made(item, there(STYLES[style]))).toBe(wanted)
  })

  test.each(Object.keys(STYLES))('reads back as one, with its owner: %s', (name) => {
    const text = '# Weekly\n\n- Ann: hello\n- Ann: well\n- Ann: I write **it**\n'
    const after = changeText(text, (document) => {
      const { roster } = understand(document)
      return there(makeAction(document, { path: [1, 2, 0], row: 0 }, there(STYLES[name]), roster)).changes
    })
    const owners = name === 'behind' ? [] : [{ value: 'Ann' }]
    expect(understand(parse(after)).actions).toMatchObject([{ text: { value: 'I write it' }, owners }])
  })

  test('a row of a paragraph', () => {
    const text = '# Weekly\n\nAnn: hello\nLee: I write it\nAnn: thanks\n'
    const after = changeText(text, (document) => {
      return there(makeAction(document, { path: [1], row: 1 }, PLAIN_ACTIONS, understand(document).roster)).changes
    })
    expect(linesChanged(text, after)).toEqual(['-Lee: I write it', '+ACTION: Lee: I write it'])
    expect(understand(parse(after)).actions).toMatchObject([{ carrier: { row: 1 }, text: { value: 'I write it' } }])
  })

  test('a check box without a name is one because a person says so', () => {
    const document = parse('# Weekly\n\n- write it\n')
    const { roster } = understand(document)
    const { changes } = there(makeAction(document, { path: [1, 0, 0], row: 0 }, there(STYLES['boxes']), roster))
    const after = changed(document, changes, schema)
    expect(understand(after).actions).toMatchObject([{ box: [1, 0], done: false, text: { value: 'write it' } }])
  })

  test('writes a handle only if the attendance has it', () => {
    const style: ActionStyle = { ...PLAIN_ACTIONS, owner: 'mention', isHandle: true }
    const at = { path: [0], from: 0, to: 0 }
    const roster = new Roster([{ name: 'Ann Bell', handle: 'annb', state: 'present', at }])
    const document = parse('Ann Bell: I write it\n\nLee Moss: I read it\n')
    const text = (index: number): string => {
      const { changes, caret } = there(makeAction(document, { path: [index], row: 0 }, style, roster))
      const after = changed(document, changes, schema)
      return `${wordsAt(after, { path: [index], from: 0, to: Infinity })} ${wordsAt(after, caret)}`
    }
    expect(text(0)).toBe('ACTION: @annb I write it @annb')
    expect(text(1)).toBe('ACTION: Lee Moss: I read it Lee Moss')
  })

  test('nothing to make of an empty line', () => {
    const document: DocJson = { type: 'doc', content: [{ type: 'paragraph' }] }
    expect(makeAction(document, { path: [0], row: 0 }, PLAIN_ACTIONS, understand(document).roster)).toBeNull()
    expect(makeAction(document, { path: [3], row: 0 }, PLAIN_ACTIONS, understand(document).roster)).toBeNull()
  })
})

describe('unmaking an action item', () => {
  test.each([
    ['ACTION: Ann: write it', 'Ann: write it'],
    ['**Action Item**: write it', 'write it'],
    ['AI(Ann): write it', 'Ann: write it'],
    ['**[ACTION - Ann]** write it', 'Ann: write it'],
    ['**ACTION** - Ann - write it', 'Ann: write it'],
    ['Ann: more talk. **ACTION ITEM**', 'Ann: more talk.'],
    ['[ ] @ann: write it', '@ann: write it'],
  ])('%s', (item, wanted) => {
    const text = `# Weekly\n\n- Ann: hello\n- Ann: well\n- ${item}\n`
    const after = changeText(text, (document) => unmakeAction(document, last(understand(document).actions)))
    expect(linesChanged(text, after)).toEqual([`-- ${item}`, `+- ${wanted}`])
    expect(understand(parse(after)).actions).toEqual([])
  })

  test('below a heading for action items a person has to say it', () => {
    const document = parse('## Action items\n\n- Lee: write\n- Ann: read\n')
    const after = changed(document, unmakeAction(document, last(understand(document).actions)), schema)
    expect(understand(after).actions.map(({ text }) => text.value)).toEqual(['write'])
  })
})

describe('new action items', () => {
  const WRITE: NewAction = { text: 'Write the page', owners: ['Ann', 'Lee'], due: '2027-05-04' }

  test.each([
    ['plain', '- ACTION: Ann, Lee: Write the page (due 2027-05-04)'],
    ['bold', '- **Action Item**: Ann, Lee: Write the page (due 2027-05-04)'],
    ['parens', '- AI(Ann, Lee): Write the page (due 2027-05-04)'],
    ['brackets', '- **[ACTION - Ann, Lee]** Write the page (due 2027-05-04)'],
    ['dash', '- **ACTION** - Ann, Lee - Write the page (due 2027-05-04)'],
    ['behind', '- Ann, Lee: Write the page (due 2027-05-04) **ACTION ITEM**'],
    ['boxes', '- [ ] Ann, Lee: Write the page (due 2027-05-04)'],
    ['sentences', '- Ann and Lee to write the page (due 2027-05-04)'],
  ])('in the style %s', (style, wanted) => {
    const item = newActionItem(WRITE, there(STYLES[style]))
    const { text } = print({ type: 'doc', content: [{ type: 'bulletList', content: [item] }] })
    expect(text).toBe(`${wanted}\n`)
  })

  test('a section of them reads back', () => {
    const style: ActionStyle = { ...PLAIN_ACTIONS, form: 'box', isHandle: true, owner: 'mention' }
    const content = newActionSection({ text: 'Action Items', level: 2 }, [WRITE, { text: 'Read it' }], style)
    const { text } = print({ type: 'doc', content })
    expect(text).toBe('## Action Items\n\n- [ ] @Ann, @Lee Write the page (due 2027-05-04)\n- [ ] Read it\n')
    expect(understand(parse(text)).actions).toMatchObject([
      { text: { value: 'Write the page' }, owners: [{ value: 'Ann' }, { value: 'Lee' }], due: { value: '2027-05-04' } },
      { text: { value: 'Read it' }, owners: [] },
    ])
  })

  test('a paragraph among the others of a file', () => {
    const text = '# Weekly\n\nAI(Ann): write\n\nAI(Lee): read\n'
    const after = changeText(text, (document) => {
      const style = actionStyleOf(document, understand(document).actions)
      return [{ type: 'insert', path: [3], nodes: [newAction({ text: 'print it', owners: ['Zoe'] }, style)] }]
    })
    expect(linesChanged(text, after)).toEqual(['+AI(Zoe): print it', '+'])
  })
})

describe('the style of a file', () => {
  test.each([
    ['**ACTION ITEM**: write', { form: 'label', label: 'ACTION ITEM', mark: 'bold', separator: ': ' }],
    ['*AI:* write', { form: 'label', label: 'AI', mark: 'italic', separator: ': ' }],
    ['**[ACTION - Lee]** write', { label: 'ACTION', mark: 'bold', isBracketed: true, owner: 'brackets' }],
    ['**ACTION** - Lee - write', { separator: ' - ', owner: 'dash' }],
    ['AI(Lee): write', { label: 'AI', owner: 'parens', mark: null }],
    ['write. **ACTION ITEM**', { form: 'trailing-label', label: 'ACTION ITEM' }],
    ['[x] @lee write', { form: 'box', owner: 'mention', isHandle: true, done: 'box' }],
  ])('%s', (item, wanted) => {
    const document = parse(`# Weekly\n\n- ${item}\n`)
    expect(actionStyleOf(document, understand(document).actions)).toMatchObject(wanted)
  })

  test('is the fallback where there is none', () => {
    expect(actionStyleOf(parse('# Weekly\n'), [], STYLES['parens'])).toEqual(STYLES['parens'])
  })
})
