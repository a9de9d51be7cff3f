import { describe, expect, test } from 'vitest'

import { bold, p } from '../editor/testing/build.ts'
import { press, type } from '../editor/testing/editor-with.ts'
import { change } from '../understanding/index.ts'
import { understoodWith } from '../understanding/testing/reader.ts'
import { renamed } from './rename.ts'
import { askedOf, strangers, strangersMeant } from './strangers.ts'

const MINUTES = [p('Who: Ann, Cem'), p('Ann: hello'), p(bold('Bob:'), ' hi'), p('Eve: no'), p('Bob: yes')]

async function asking(place: string) {
  const { editor, live } = await understoodWith(MINUTES, [strangers()])
  live.now()
  let at = 0
  editor.state.doc.descendants((node, pos) => {
    if (at === 0 && node.text?.includes(place) === true) at = pos + node.text.indexOf(place) + place.length
  })
  editor.commands.setTextSelection(at)
  press(editor, 'Mod-.')
  return editor
}

describe('asking who a speaker is', () => {
  test('means the speaker of the line, and offers who is there', async () => {
    expect(askedOf((await asking(' hi')).state)).toMatchObject({ written: 'Bob', turns: 2, names: ['Ann', 'Cem'] })
    expect(askedOf((await asking('Eve: n')).state)).toMatchObject({ written: 'Eve', turns: 1 })
  })

  test('is about nobody in a line whose speaker is known', async () => {
    expect(askedOf((await asking('hello')).state)).toBeNull()
  })

  test('is over when one writes on, or says Escape', async () => {
    const editor = await asking(' hi')
    type(editor, 'x')
    expect(askedOf(editor.state)).toBeNull()
    const other = await asking(' hi')
    press(other, 'Escape')
    expect(askedOf(other.state)).toBeNull()
  })
})

describe('saying who a speaker is', () => {
  test.each([
    [true, 'Ann: hello|Cem: hi|Eve: no|Cem: yes'],
    [false, 'Ann: hello|Cem: hi|Eve: no|Bob: yes'],
  ])('writes the name in all their lines (%s) or in this one, as it stood there', async (all, expected) => {
    const editor = await asking(' hi')
    const asked = askedOf(editor.state)
    if (asked === null) throw new Error('nobody was asked about')
    await change(editor, (reading) => renamed(strangersMeant(reading, asked, all), 'Cem', reading))
    expect(editor.getText({ blockSeparator: '|' })).toBe(`Who: Ann, Cem|${expected}`)
    expect(editor.state.doc.child(2).firstChild?.marks.map(({ type }) => type.name)).toEqual(['bold'])
    press(editor, 'Mod-z')
    expect(editor.getText({ blockSeparator: '|' })).toBe('Who: Ann, Cem|Ann: hello|Bob: hi|Eve: no|Bob: yes')
  })
})
