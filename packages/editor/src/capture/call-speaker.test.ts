import { describe, expect, test } from 'vitest'

import { callSpeaker } from './call-speaker.ts'
import { capturing, shownAs } from './testing/capturing.ts'

const PEOPLE = 'Present: Ann Lee (AL), Bob Ray (BR)\n\n'

describe('calling a speaker', () => {
  test('writes the name in an empty line as these minutes write speakers', async () => {
    const editor = await capturing(`${PEOPLE}AL: Hi.\n\nBR: Ho.\n\n- ‸`)
    expect(callSpeaker(editor, 'Ann Lee')).toBe(true)
    expect(shownAs(editor)).toContain('AL: ‸')
  })

  test('begins a line below one that says something, in a list an item', async () => {
    const editor = await capturing(`${PEOPLE}- AL: Hi, every‸body.\n- BR: Ho.\n`)
    callSpeaker(editor, 'Bob Ray')
    expect(shownAs(editor)).toContain('- AL: Hi, everybody.\n- BR: ‸\n- BR: Ho.')
  })

  test('writes whoever is not in the attendance as they are called', async () => {
    const editor = await capturing(`${PEOPLE}AL: Hi.‸`)
    callSpeaker(editor, 'Zoe Park')
    expect(shownAs(editor)).toContain('AL: Hi.\n\nZoe Park: ‸')
  })

  test('is taken back by one undo', async () => {
    const editor = await capturing(`${PEOPLE}AL: Hi.‸`)
    const before = shownAs(editor)
    callSpeaker(editor, 'Bob Ray')
    editor.commands.undo()
    expect(shownAs(editor)).toBe(before)
  })

  test('does nothing in a text that only shows', async () => {
    const editor = await capturing(`${PEOPLE}AL: Hi.‸`)
    editor.setEditable(false)
    expect(callSpeaker(editor, 'Bob Ray')).toBe(false)
  })
})
