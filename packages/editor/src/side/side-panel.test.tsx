import { act } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'

import { p } from '../editor/testing/build.ts'
import { type } from '../editor/testing/editor-with.ts'
import { createStage } from '../ui/testing/stage.ts'
import { type Understood, understoodWith } from '../understanding/testing/reader.ts'
import { SidePanel } from './side-panel.tsx'

const row = (text: string) => {
  const found = [...document.querySelectorAll<HTMLElement>('.side-row')].find(({ textContent }) =>
    textContent.includes(text),
  )
  if (found === undefined) throw new Error(`there is no row ${text}`)
  return found
}
const texts = (section: string) => {
  const list = document.querySelector(`ul[aria-label="${section}"]`)
  return [...(list?.querySelectorAll('.side-text') ?? [])].map(({ textContent }) => textContent)
}
const head = (title: string) => {
  const heads = [...document.querySelectorAll<HTMLElement>('h3 button')]
  const found = heads.find(({ textContent }) => textContent.startsWith(title))
  if (found === undefined) throw new Error(`there is no section ${title}`)
  return found
}
const press = (element: Element, key: string) =>
  act(async () => void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))

/** What is crossed out, as these minutes say that something is done. */
function struckIn({ editor }: Understood): string[] {
  const struck: string[] = []
  editor.state.doc.descendants((node) => {
    if (node.marks.some(({ type }) => type.name === 'strike')) struck.push(node.text ?? '')
  })
  return struck
}

async function panelWith(understood: Understood, me?: { readonly name: string; readonly handle?: string }) {
  const jump = vi.fn<(key: string) => void>()
  understood.live.now()
  const desk = { editor: understood.editor, isEditable: true, jump, ...(me && { me }) }
  await createStage().show(<SidePanel desk={desk} live={understood.live} here={['Cem']} />)
  return jump
}

describe('the side of the page', () => {
  beforeEach(() => localStorage.clear())

  test('lists what the minutes say, how much there is, and first what is missing', async () => {
    await panelWith(await understoodWith([p('Who: Ann'), p('Bob: hi'), p('AI: write'), p('AI(Ann): read')]))
    expect(document.querySelector('h3')?.textContent).toBe('Missing2')
    expect(texts('Missing')).toEqual(['Not in the attendance: Bob', 'No owner: write'])
    expect(texts('Action items')).toEqual(['write', 'read'])
    expect(texts('People')).toEqual(['Ann'])
    expect(head('Action items').textContent).toBe('Action items2')
  })

  test('has one’s own action items first and marked, to be ticked anywhere around their box', async () => {
    const understood = await understoodWith([p('Who: Ann, Bob'), p('AI(Bob): read'), p('AI(Ann): write')])
    await panelWith(understood, { name: 'Ann' })
    expect([row('write'), row('read')].map((one) => one.querySelector('.side-own')?.textContent)).toEqual([
      'yours',
      undefined,
    ])
    expect(document.querySelector('.side-action')?.textContent).toContain('write')
    await act(async () => row('write').querySelector<HTMLElement>('.side-tick')?.click())
    await vi.waitFor(() => expect(struckIn(understood)).toEqual(['write']))
  })

  test('leads to a line', async () => {
    const understood = await understoodWith([p('AI(Ann): write'), p('AI(Ann): read')])
    const jump = await panelWith(understood)
    await act(async () => row('read').querySelector<HTMLElement>('.side-text')?.click())
    expect(jump.mock.calls).toEqual([[understood.live.overview.get().actions[1]?.key]])
  })

  test('is live, and draws only the rows that have changed', async () => {
    const { editor, ...understood } = await understoodWith([p('AI: write'), p('AI: read')])
    await panelWith({ editor, ...understood })
    const before = row('read')
    editor.commands.setTextSelection(10)
    type(editor, ' more')
    expect(texts('Action items')).toEqual(['write', 'read'])
    await act(async () => void understood.live.now())
    expect(texts('Action items')).toEqual(['write more', 'read'])
    expect(row('read')).toBe(before)
  })

  test('has sections that fold, and stay so when the page is opened again', async () => {
    const understood = await understoodWith([p('AI(Ann): write')])
    await panelWith(understood)
    await act(async () => head('Action items').click())
    expect(head('Action items').getAttribute('aria-expanded')).toBe('false')
    await panelWith(understood)
    expect(texts('Action items')).toEqual([])
    await act(async () => head('Action items').click())
    expect(texts('Action items')).toEqual(['write'])
  })

  test('is one stop for Tab in each list, with the arrows from row to row', async () => {
    await panelWith(await understoodWith([p('AI(Ann): write'), p('AI(Ann): read')]))
    const stops = () =>
      [...document.querySelectorAll<HTMLElement>('ul[aria-label="Action items"] .side-text')].map(
        ({ tabIndex }) => tabIndex,
      )
    expect(stops()).toEqual([0, -1])
    const first = row('write').querySelector<HTMLElement>('.side-text')
    if (first === null) throw new Error('the row has no text')
    await act(async () => first.focus())
    await press(first, 'ArrowDown')
    expect(document.activeElement?.textContent).toBe('read')
    expect(stops()).toEqual([-1, 0])
    await press(document.activeElement ?? first, 'Home')
    expect(document.activeElement).toBe(first)
  })

  test('keeps what somebody is writing there while others write in the minutes', async () => {
    const { editor, live, ...others } = await understoodWith([p('AI: write')])
    await panelWith({ editor, live, ...others })
    await act(async () => document.querySelector<HTMLElement>('.side-action .side-chip')?.click())
    const field = document.activeElement
    expect(field?.getAttribute('aria-label')).toBe('Owner')
    await act(async () => {
      editor.view.dispatch(editor.state.tr.insertText('AI: other', 1).split(10))
      live.now()
    })
    expect(texts('Action items').length).toBe(2)
    expect(document.activeElement).toBe(field)
  })

  test('has the focus where it was when the row that had it has gone', async () => {
    const understood = await understoodWith([p('Who: Ann, Bob, Cem')])
    await panelWith(understood)
    const remove = document.querySelector<HTMLElement>('[aria-label="Take Bob off the attendance"]')
    await act(async () => remove?.focus())
    await act(async () => remove?.click())
    await vi.waitFor(() => expect(texts('People')).toEqual(['Ann', 'Cem']))
    expect(document.activeElement?.textContent).toBe('Cem')
  })

  test('gives the focus back to the note takers once somebody is chosen, and shows them again when one goes elsewhere', async () => {
    const understood = await understoodWith([p('Who: Ann, Bob')])
    await panelWith(understood)
    const chip = () => document.querySelector<HTMLElement>('.side-note-taker .side-chip')
    await act(async () => chip()?.click())
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Note taker')
    await act(async () => head('People').focus())
    expect(chip()?.textContent).toBe('Notes: nobody yet')
    await act(async () => chip()?.click())
    await act(async () => document.querySelector<HTMLElement>('.side-note-taker [role=option]')?.click())
    await vi.waitFor(() => expect(document.activeElement).toBe(chip()))
  })
})
