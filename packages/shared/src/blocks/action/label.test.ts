import { describe, expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { TALK, actionsIn, readItem } from '../../testing/actions-shown.ts'
import { Claims } from '../context.ts'
import { Roster } from '../people/roster.ts'
import { viewOf } from '../reading/index.ts'
import { recogniseActions } from './recognise.ts'

describe('a label makes a line an action item', () => {
  test.each([
    ['**ACTION ITEM** write the page', 'write the page'],
    ['**Action Item**: write the page', 'write the page'],
    ['__Action item:__ write the page', 'write the page'],
    ['Action Item: write the page', 'write the page'],
    ['ACTION: write the page', 'write the page'],
    ['Action: write the page', 'write the page'],
    ['AI: write the page', 'write the page'],
    ['*AI:* write the page', 'write the page'],
    ['TODO: write the page', 'write the page'],
    ['TODO write the page', 'write the page'],
    ['To do: write the page', 'write the page'],
    ['Action 3: write the page', 'write the page'],
    ['**ACTION 58.1**: write the page', 'write the page'],
    ['ACTION: Lee writes the page', 'Lee: writes the page'],
    ['Action item for folks: write the page', 'write the page'],
    ['Action items for folks to write the page', 'folks to write the page'],
    ['Action item to write the page', 'to write the page'],
    ['Lee: Action item to write the page', 'to write the page'],
    ['seconded by Mary -- action item for Lee to write the page', 'Lee: write the page'],
    ['Action: Assign to Lee', 'Lee: Assign to Lee'],
    ['Action: Assign to Lee the page', 'Assign to Lee the page'],
    ['Action: Assign to somebody', 'Assign to somebody'],
    ['**Action item:** Lee, Mary write the page', 'Lee, Mary: write the page'],
    ['ACTION: Lee and others write', 'Lee and others write'],
    ['ACTION: Slides on the page', 'Slides on the page'],
    ['TODO: write the page (Lee, next week)', 'Lee: write the page'],
    ['[Action #1](https://example.org/1): write the page', 'write the page'],
    ['[Action #1](https://example.org/1) write the page', 'write the page'],
    ['[*Action item*](https://example.org/1): write the page', 'write the page'],
    ['**Call to action**: write the page', 'write the page'],
    ['ACTION-1234: write the page', 'write the page'],
    ['!action write the page', 'write the page'],
    ['[ACTION] write the page', 'write the page'],
    ['[ACTION: Lee to write the page]', 'Lee: write the page'],
    ['#action write the page', 'write the page'],
    ['🎬 ACTION: write the page', 'write the page'],
    ['**Action  **: write the page', 'write the page'],
    ['(Action item) write the page', 'write the page'],
    ['ACTION REQUIRED: write the page', 'write the page'],
    ['todo: write the page', 'write the page'],
    ['Next steps: write the page and ask for readers', 'write the page and ask for readers'],
  ])('%s', (item, wanted) => {
    expect(readItem(item)).toEqual([wanted])
  })

  test.each([
    ['AI(Lee): write', 'Lee: write'],
    ['AI(lukas): write', 'lukas: write'],
    ['AI(Ben Smith) write', 'Ben Smith: write'],
    ['AI[Lee]: write', 'Lee: write'],
    ['AI [LB]: write', 'LB: write'],
    ['TODO[@lee]: write', 'lee: write'],
    ['TODO(lee): write', 'lee: write'],
    ['ACTION ITEM (Mary): write', 'Mary: write'],
    ['ACTION: Lee to write', 'Lee: write'],
    ['ACTION: Lee, Mary to write', 'Lee, Mary: write'],
    ['ACTION: Martin and EKR to write', 'Martin, EKR: write'],
    ['ACTION: @lee write', 'lee: write'],
    ['ACTION: @lee:chat.example to write', 'lee: write'],
    ['ACTION: @lee, @mary to write', 'lee, mary: write'],
    ['ACTION: all to read it', 'all: read it'],
    ['ACTION: everyone please read it', 'everyone: read it'],
    ['ACTION: Lee: write', 'Lee: write'],
    ['ACTION: editors to write', 'editors: write'],
    ['**ACTION** - Lee - write', 'Lee: write'],
    ['**ACTION - Lee**: write', 'Lee: write'],
    ['**ACTION - Lee** write', 'Lee: write'],
    ['**[ACTION - Lee]** write', 'Lee: write'],
    ['[ACTION - Lee] write', 'Lee: write'],
    ['**[ACTION - everyone]**: read it', 'everyone: read it'],
    ['**AI @lee** write', 'lee: write'],
    ['[ACTION - any editor] write', 'any editor: write'],
    ['[ACTION - Everyone interested in large nuts] read it', 'Everyone interested in large nuts: read it'],
    ['**ACTION - any editor**: write', 'any editor: write'],
    ['**ACTION - Lee to write the page**', 'Lee: write the page'],
    ['[AI: @lee] write', 'lee: write'],
    ['action: Lee to write', 'Lee: write'],
    ['Actions: Lee to write', 'Lee: write'],
    ['AI Lee: write', 'Lee: write'],
    ['Action Fred to write', 'Fred: write'],
    ['Action on Lee: write', 'Lee: write'],
    ['Actions by the security folk to review', 'security folk: review'],
    ['#action lee write', 'lee: write'],
    ['Action #2: write (Ben Smith)', 'Ben Smith: write'],
    ['ACTION: write - Lee', 'Lee: write'],
    ['ACTION: write (@lee)', 'lee: write'],
    ['ACTION: write (owner: Zoe)', 'Zoe: write'],
    ['ACTION: Bumped to next call', 'Bumped to next call'],
    ['ACTION: Deferred to May', 'Deferred to May'],
    ['ACTION: Unclaimed: write', 'write'],
    ['ACTION: write (use the issue)', 'write (use the issue)'],
    ['ACTION: talk to Ben', 'talk to Ben'],
  ])('and says whose it is: %s', (item, wanted) => {
    expect(readItem(item)).toEqual([wanted])
  })

  test.each([
    ['Mary: my comment needs more talk. **ACTION ITEM**', 'my comment needs more talk.'],
    ['this needs more talk. **ACTION - Lee**', 'Lee: this needs more talk.'],
    ['this needs more talk [ACTION - Lee]', 'Lee: this needs more talk'],
    ['this needs more talk. ACTION ITEM', 'this needs more talk.'],
    ['this needs more talk #action', 'this needs more talk'],
    ['Lee writes the page. **Action**: Lee', 'Lee: Lee writes the page.'],
  ])('also at its end: %s', (item, wanted) => {
    expect(readItem(item)).toEqual([wanted])
    expect(actionsIn(`${TALK}- ${item}\n`)).toMatchObject([{ form: 'trailing-label' }])
  })

  test.each([
    ['Lee: __Action Item__: write', 'write'],
    ['Lee: ACTION: write', 'write'],
    ['Lee: I could. **ACTION ITEM**: Lee to write', 'Lee: write'],
    ['We agree. ACTION: Lee to write', 'Lee: write'],
    ['They may help; ACTION: Lee to write', 'Lee: write'],
  ])('and in the middle, where somebody speaks: %s', (item, wanted) => {
    expect(readItem(item)).toEqual([wanted])
  })

  test('a hard-wrapped paragraph is one action, up to where somebody else speaks', () => {
    const text = `${TALK}- George: can we do that
  in the issue?
      **Action Item**: talk about
      it there
  Lann: it is a long story
`
    expect(actionsIn(text)).toMatchObject([{ text: { value: 'talk about it there' }, carrier: { row: 2 } }])
  })

  test('before a dash, where somebody says it', () => {
    expect(readItem('Lee: Action - write the page')).toEqual(['write the page'])
    expect(readItem('Lee: Next step - write the page')).toEqual(['write the page'])
    expect(readItem('Lee: The action - well, it failed')).toEqual([])
    expect(readItem('Lee: Next step is to write the page')).toEqual([])
  })

  test('but not before the place of a link', () => {
    expect(readItem('TODO: link to slides')).toEqual([])
    expect(readItem('TODO: Lee: link to slides')).toEqual(['Lee: link to slides'])
    expect(readItem('TODO: link the pages')).toEqual(['link the pages'])
  })

  test('and up to a row for the next issue', () => {
    const text = 'Issue 11: the nuts\nLee: they rust\nAction: count them\nIssue 12: the screws\nAction: no consensus\n'
    expect(actionsIn(`${TALK}\n${text}`).map(({ text }) => text.value)).toEqual(['count them'])
  })

  test('who speaks an action keeps the word, an owner before a colon is no speaker', () => {
    const view = viewOf(parse(`${TALK}- Mary: more talk. **ACTION ITEM**\n- Lee: ACTION: read\n- ACTION: Lee: write\n`))
    const claims = new Claims()
    expect(recogniseActions({ view, roster: new Roster([]), claims })).toHaveLength(3)
    expect(view.lines.filter((line) => claims.has(line)).map(({ text }) => text)).toEqual(['ACTION: Lee: write'])
  })
})
