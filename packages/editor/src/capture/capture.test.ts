import type { Editor } from '@tiptap/core'
import { describe, expect, test } from 'vitest'

import { slashOf } from '../editor/slash/slash.ts'
import { press, type } from '../editor/testing/editor-with.ts'
import { captureMenusOf } from './capture.ts'
import { capturing, markdownOf, shownAs } from './testing/capturing.ts'

const PEOPLE = '## Attendees\n\n- Ann Bell\n- Bob Cray\n- Bea Dorn\n'

/** Whom the list beside the caret offers; undefined: there is none. */
const owners = (editor: Editor) => captureMenusOf(editor)?.owner.of(editor.state)?.items.map(nameOf)
const speakers = (editor: Editor) => captureMenusOf(editor)?.speaker.of(editor.state)?.items.map(nameOf)
const nameOf = ({ name }: { readonly name: string }) => name

/** Makes of the caret's line what Mod-Enter and this letter make of it. */
function make(editor: Editor, letter: string): void {
  press(editor, 'Mod-Enter')
  type(editor, letter)
}

describe('an action item', () => {
  test('is made of the line by Mod-Enter and a letter, with the owner asked for', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\nwrite the glossary‸\n`)
    make(editor, 'a')
    expect(owners(editor)).toEqual(['Ann Bell', 'Bob Cray', 'Bea Dorn'])
    type(editor, 'bo')
    expect(owners(editor)).toEqual(['Bob Cray'])
    press(editor, 'Enter')
    expect(shownAs(editor)).toContain('ACTION: Bob Cray: write the glossary‸\n')
  })

  test('takes its owner from who speaks in the line', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\nAnn: hello\n\nBob: I write the glossary‸\n\nAnn: yes\n`)
    make(editor, 'a')
    expect(markdownOf(editor)).toContain('ACTION: Bob: I write the glossary\n')
    expect(owners(editor)).toBeUndefined()
  })

  test('of a line with nothing but a name is that person’s, and its text is typed next', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\nAnn: hello\n\nBob: ‸\n`)
    make(editor, 'a')
    type(editor, 'seed it')
    expect(shownAs(editor)).toContain('ACTION: Bob: seed it‸\n')
  })

  test('is begun by typing its label, which asks for the owner', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\n‸\n\nend\n`)
    type(editor, 'ACTION: ')
    expect(owners(editor)).toEqual(['Ann Bell', 'Bob Cray', 'Bea Dorn'])
    type(editor, 'be')
    press(editor, 'Tab')
    type(editor, 'seed it')
    expect(shownAs(editor)).toContain('ACTION: Bea Dorn: seed it‸\n')
  })

  test('takes the place of a name that Enter has put there', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\n- Ann: hello\n- Bob: I can do that‸\n`)
    press(editor, 'Enter')
    expect(shownAs(editor)).toContain('- Bob: ‸')
    type(editor, 'AI: ')
    expect(owners(editor)).toEqual(['Ann Bell', 'Bob Cray', 'Bea Dorn'])
    type(editor, 'bo')
    press(editor, 'Enter')
    type(editor, 'write it')
    expect(shownAs(editor)).toContain('- Bob: I can do that\n- AI: Bob Cray: write it‸\n')
  })

  test('takes the place of a name that Enter has put there also by Mod-Enter and a letter', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\nAnn: hello\n\nBob: I can do that‸\n`)
    press(editor, 'Enter')
    expect(shownAs(editor)).toContain('\n\nBob: ‸')
    make(editor, 'a')
    expect(owners(editor)).toEqual(['Ann Bell', 'Bob Cray', 'Bea Dorn'])
    type(editor, 'be')
    press(editor, 'Tab')
    type(editor, 'seed it')
    expect(shownAs(editor)).toContain('Bob: I can do that\n\nACTION: Bea Dorn: seed it‸\n')
  })

  test('needs no owner: what names nobody is its text, and Enter in the untouched list is Enter', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\n‸\n`)
    type(editor, 'AI: write it down')
    expect(owners(editor)).toBeUndefined()
    const other = await capturing(`${PEOPLE}\n## Notes\n\n‸\n`)
    type(other, 'TODO: ')
    press(other, 'Enter')
    expect(shownAs(other)).toContain('TODO:')
    expect(shownAs(other)).not.toContain('Ann Bell:')
  })

  test('is written as the others of the minutes are', async () => {
    const editor = await capturing(
      `${PEOPLE}\n## Action items\n\n- [ ] @ann write the plan\n- [ ] @bob read the plan\n\n## Notes\n\n- file it‸\n`,
    )
    make(editor, 'a')
    expect(markdownOf(editor)).toContain('- [ ] file it\n')
  })

  test('is an ordinary line again when a person says so, and that holds', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\nACTION: Bob: write it‸\n`)
    make(editor, 'n')
    expect(markdownOf(editor)).toContain('\n\nBob: write it\n')
  })

  test('comes back as it was with one undo', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\nwrite it‸\n`)
    const before = markdownOf(editor)
    make(editor, 'a')
    press(editor, 'Escape')
    press(editor, 'Mod-z')
    expect(markdownOf(editor)).toBe(before)
  })
})

describe('a decision', () => {
  test('takes the place of a name that Enter has put there', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\nAnn: hello\n\nBob: I agree‸\n`)
    press(editor, 'Enter')
    make(editor, 'd')
    type(editor, 'ship it')
    expect(shownAs(editor)).toMatch(/Bob: I agree\n\n\W*\w+:\W* ship it‸\n/)
  })

  test('is made of the line by Mod-Enter and a letter', async () => {
    const editor = await capturing('## Notes\n\n- ship it on Monday‸\n\n**RESOLVED:** a first one\n')
    make(editor, 'd')
    expect(markdownOf(editor)).toContain('- **RESOLVED:** ship it on Monday\n')
  })
})

describe('Mod-Enter', () => {
  test('lists what the line can become, and any other letter is typed', async () => {
    const editor = await capturing('a‸')
    press(editor, 'Mod-Enter')
    expect(
      captureMenusOf(editor)
        ?.line.of(editor.state)
        ?.items.map(({ id }) => id),
    ).toEqual(['action', 'decision', 'poll', 'speaker', 'agenda', 'attendance', 'plain'])
    type(editor, 'x')
    expect(captureMenusOf(editor)?.line.of(editor.state)).toBeNull()
    expect(markdownOf(editor)).toBe('ax\n')
  })

  test('lists nothing in code', async () => {
    const editor = await capturing('```\na‸\n```')
    press(editor, 'Mod-Enter')
    expect(captureMenusOf(editor)?.line.of(editor.state)).toBeNull()
  })
})

describe('a speaker', () => {
  const notes = (line: string) => `${PEOPLE}\n## Notes\n\nAnn: hello\n\nBob: hi\n\n${line}\n`

  test('is completed from two letters and a colon', async () => {
    const editor = await capturing(notes('‸'))
    type(editor, 'an:')
    type(editor, 'yes')
    expect(shownAs(editor)).toContain('\n\nAnn: yes‸\n')
  })

  test('comes back as typed with one undo', async () => {
    const editor = await capturing(notes('‸'))
    type(editor, 'an:')
    press(editor, 'Mod-z')
    expect(markdownOf(editor)).toContain('\n\nan:\n')
  })

  test('is asked for where the letters mean several', async () => {
    const editor = await capturing(`## Attendees\n\n- Bob Cray\n- Boris Dorn\n\n## Notes\n\nBob: hi\n\n‸\n`)
    type(editor, 'bo:')
    expect(speakers(editor)).toEqual(['Bob Cray', 'Boris Dorn'])
    press(editor, 'ArrowDown')
    press(editor, 'Enter')
    expect(markdownOf(editor)).toContain('\n\nBoris:')
  })

  test('goes on after Enter, and leaves with another Enter', async () => {
    const editor = await capturing(notes('Bob: more‸'))
    press(editor, 'Enter')
    expect(shownAs(editor)).toContain('\n\nBob: more\n\nBob: ‸')
    press(editor, 'Enter')
    expect(shownAs(editor)).toContain('\n\nBob: more\n\n‸')
  })

  test('gives way to the letters of somebody else', async () => {
    const editor = await capturing(notes('Bob: more‸'))
    press(editor, 'Enter')
    type(editor, 'bea:')
    type(editor, 'no')
    expect(shownAs(editor)).toContain('\n\nBob: more\n\nBea: no‸\n')
  })

  test('is written in items as the others are', async () => {
    const editor = await capturing(`${PEOPLE}\n## Notes\n\n- **Ann:** hello\n- **Bob:** hi‸\n`)
    press(editor, 'Enter')
    type(editor, 'an:')
    type(editor, 'yes')
    expect(shownAs(editor)).toContain('- **Bob:** hi\n- **Ann:** yes‸\n')
  })

  test('is chosen from who spoke last by Mod-Enter and a letter', async () => {
    const editor = await capturing(notes('‸'))
    make(editor, 's')
    expect(speakers(editor)).toEqual(['Bob Cray', 'Ann Bell'])
    press(editor, 'Enter')
    expect(shownAs(editor)).toContain('\n\nBob: ‸')
  })

  test('is nobody in the midst of a line, and a word is a word', async () => {
    const editor = await capturing(notes('see ‸'))
    type(editor, 'an:')
    expect(markdownOf(editor)).toContain('see an:')
    const other = await capturing(notes('‸'))
    type(other, 'note:')
    expect(markdownOf(other)).toContain('\n\nnote:\n')
  })
})

describe('a poll', () => {
  test('gets its counts from Enter behind the question, and its tally in one go', async () => {
    const editor = await capturing('## Notes\n\n‸\n')
    type(editor, 'POLL: Advance to phase 2?')
    press(editor, 'Enter')
    type(editor, '7 4 1 0 0')
    press(editor, 'Enter')
    expect(markdownOf(editor)).toMatch(
      /POLL: Advance to phase 2\?\n\n\| SF \| F \| N \| A \| SA \|\n.*\n\| 7 +\| 4 +\| 1 +\| 0 +\| 0 +\|\n/,
    )
  })

  test('is made of the line by Mod-Enter and a letter', async () => {
    const editor = await capturing('## Notes\n\nAdvance?‸\n')
    make(editor, 'v')
    expect(shownAs(editor)).toContain('**POLL: Advance?‸**\n\n| SF | F')
  })

  test('keeps the formats of its question, and the other lines of the paragraph', async () => {
    const editor = await capturing('## Notes\n\n see [the plan](https://example.org) and *go*?‸\n')
    make(editor, 'v')
    expect(shownAs(editor)).toContain('**POLL: see [the plan](https://example.org) and *go*?‸**\n\n| SF | F')
    const other = await capturing('## Notes\n\nfirst\\\nAdvance?‸\n')
    make(other, 'v')
    expect(markdownOf(other)).toContain('## Notes\n\nfirst\\\nAdvance?\n\n**POLL:')
  })

  test('stands in the slash menu in the orders that groups use', async () => {
    const editor = await capturing('‸')
    type(editor, '/poll')
    expect(slashOf(editor.state)?.items.map(({ title }) => title)).toEqual([
      'Poll',
      'Poll: SF to SA',
      'Poll: SA to SF',
      'Poll: F, N, A',
      'Poll: +1, 0, -1',
      'Poll: yes, no',
    ])
  })
})

describe('Mod-Enter also puts blocks into the minutes:', () => {
  test('an agenda where the caret is', async () => {
    const editor = await capturing('# Weekly\n\n‸\n')
    make(editor, 'g')
    type(editor, 'Welcome')
    expect(shownAs(editor)).toBe('# Weekly\n\n## Agenda\n\n- Welcome‸\n')
  })

  test('an attendance below the title', async () => {
    const editor = await capturing('# Weekly\n\nhello\n\n## Notes\n\n‸\n')
    make(editor, 'p')
    expect(editor.state.doc.textBetween(0, editor.state.doc.content.size, '|')).toMatch(/^Weekly\|.*Attendees\|.*Notes/)
  })
})
