import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { isRemote } from '../binding/index.ts'
import { bold, p } from '../editor/testing/build.ts'
import { press, type } from '../editor/testing/editor-with.ts'
import { change, changeEntry } from './change.ts'
import { jumpTo } from './jump.ts'
import { type Understood, understoodWith } from './testing/reader.ts'

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'performance', 'requestIdleCallback', 'cancelIdleCallback'],
  })
})
afterEach(() => {
  vi.useRealTimers()
})
/** Longer than what a reading waits for. */
const pause = () => vi.advanceTimersByTimeAsync(1_000)

/** Everything that is marked, as `class: text`. */
function marks(dom: Element): string[] {
  return [...dom.querySelectorAll('[class*=mark-]')].map(
    (node) => `${node.className.replace('near ', '')}: ${node.textContent}`,
  )
}

describe('what is understood of a document', () => {
  test('is read after opening, and shown in the text', async () => {
    const { editor, live, reads } = await understoodWith([
      p('Who: Ann'),
      p('Ann: hello'),
      p('Bob: hi'),
      p('AI(Ann): write'),
    ])
    expect(reads()).toBe(0)
    await pause()
    expect(live.overview.get().people.map(({ name }) => name)).toEqual(['Ann'])
    expect(live.overview.get().actions).toMatchObject([{ text: 'write', owners: [{ written: 'Ann', name: 'Ann' }] }])
    expect(marks(editor.view.dom)).toEqual([
      'mark-person mark-present: Ann',
      'mark-speaker: Ann:',
      'mark-speaker mark-stranger: Bob:',
      'mark-action mark-open: AI(Ann): write',
      'mark-owner: Ann',
    ])
  })

  test('is not read by a key, and not again where nothing has changed', async () => {
    const { editor, live, reads } = await understoodWith([p('AI: a')])
    await pause()
    type(editor, 'xyz')
    expect(reads()).toBe(1)
    await pause()
    expect(reads()).toBe(2)
    editor.commands.setTextSelection(1)
    live.now()
    await pause()
    expect(reads()).toBe(2)
  })

  test('waits until a character is composed', async () => {
    const { editor, reads } = await understoodWith([p('AI: a')])
    const composing = vi.spyOn(editor.view, 'composing', 'get').mockReturnValue(true)
    await pause()
    expect(reads()).toBe(0)
    composing.mockReturnValue(false)
    await pause()
    expect(reads()).toBe(1)
  })

  test('follows what others write, and writes nothing itself', async () => {
    const ann = await understoodWith([p('AI: a')])
    const bob = await understoodWith(ann.shared)
    await pause()
    const updates = vi.fn<() => void>()
    ann.shared.on('update', updates)
    type(bob.editor, 'b')
    expect(updates).toHaveBeenCalledTimes(1)
    await pause()
    expect(ann.live.overview.get().actions).toEqual([])
    expect(updates).toHaveBeenCalledTimes(1)
  })

  test('has marks that stay on their text until it is read again', async () => {
    const { editor } = await understoodWith([p('one'), p('AI(Ann): write')])
    await pause()
    editor.view.dispatch(editor.state.tr.insertText('two ', 1).insertText('!', editor.state.doc.content.size + 3))
    expect(marks(editor.view.dom)).toEqual(['mark-action mark-open: AI(Ann): write!', 'mark-owner: Ann'])
  })

  test('may be of a moment that has passed: what was written meanwhile is followed', async () => {
    let answer = (): void => undefined
    const { editor, live } = await understoodWith([p('AI: first'), p('AI: second')], [], (read) => {
      return new Promise((resolve) => {
        answer = () => resolve(read())
      })
    })
    await pause()
    editor.view.dispatch(editor.state.tr.insertText('two ', 1).insertText('!', 26))
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(live.overview.get().actions.map(({ text }) => text)).toEqual(['first', 'second'])
    expect(marks(editor.view.dom).at(-1)).toBe('mark-action mark-wanting: AI: second!')
    const key = live.overview.get().actions[1]?.key ?? ''
    expect(jumpTo(editor, key, { focus: true })).toBe(true)
    expect(editor.state.selection.$head.parent.textContent).toBe('AI: second!')
    await vi.advanceTimersByTimeAsync(10_000)
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(live.overview.get().actions).toMatchObject([{ key, text: 'second!' }])
  })

  test('is forgotten where there has been a newer one before it came', async () => {
    let answer = (): void => undefined
    const { editor, live } = await understoodWith([p('AI: first')], [], (read) => {
      const early = read()
      return new Promise((resolve) => {
        answer = () => resolve(early)
      })
    })
    await pause()
    editor.view.dispatch(editor.state.tr.insertText('!', 10))
    live.now()
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(live.overview.get().actions).toMatchObject([{ text: 'first!' }])
  })

  test('tells its listeners only of what there is to see', async () => {
    const { editor, live } = await understoodWith([p('Who: Ann'), p('AI: a'), p('more')])
    await pause()
    const before = live.overview.get()
    const told = vi.fn<() => void>()
    live.overview.subscribe(told)
    editor.view.dispatch(editor.state.tr.insertText(' and more', editor.state.doc.content.size - 1))
    await pause()
    expect(told).not.toHaveBeenCalled()
    editor.view.dispatch(editor.state.tr.insertText('b', 15))
    await pause()
    expect(told).toHaveBeenCalledTimes(1)
    expect(live.overview.get().people).toBe(before.people)
  })

  test('knows an entry again, whatever is written around it and within it', async () => {
    const { editor, live } = await understoodWith([p('AI: first'), p('AI: second')])
    await pause()
    const keys = live.overview.get().actions.map(({ key }) => key)
    editor.commands.setTextSelection(1)
    press(editor, 'Enter')
    type(editor, 'AI: ')
    editor.view.dispatch(editor.state.tr.insertText('AI: new', 1))
    editor.view.dispatch(editor.state.tr.insertText('very ', editor.state.doc.content.size - 7))
    await pause()
    const actions = live.overview.get().actions
    expect(actions.map(({ text }) => text)).toEqual(['new', 'AI: first', 'very second'])
    expect(actions.slice(1).map(({ key }) => key)).toEqual(keys)
  })

  test('forgets an entry whose line is gone', async () => {
    const { editor, live } = await understoodWith([p('AI: first'), p('AI: second')])
    await pause()
    const [first, second] = live.overview.get().actions
    editor.view.dispatch(editor.state.tr.delete(0, 11))
    expect(jumpTo(editor, first?.key ?? '', { focus: true })).toBe(false)
    live.now()
    expect(live.overview.get().actions).toEqual([second])
  })
})

describe('an id', () => {
  const ids = ({ editor }: Understood) => editor.state.doc.children.map(({ attrs }) => attrs['id'] !== null)

  test('is given to the block that one has made, in a pause, and to no other', async () => {
    const ann = await understoodWith([p('AI: old'), p('text'), p('')])
    await pause()
    ann.editor.commands.setTextSelection(ann.editor.state.doc.content.size - 1)
    type(ann.editor, 'AI: new')
    expect(ids(ann)).toEqual([false, false, false])
    const { selection } = ann.editor.state
    await pause()
    expect(ids(ann)).toEqual([false, false, true])
    expect(ann.editor.state.selection.eq(selection)).toBe(true)
  })

  test('stays when the text is edited, and is nothing that undo takes back', async () => {
    const ann = await understoodWith([p('AI: a')])
    await pause()
    ann.editor.commands.setTextSelection(6)
    type(ann.editor, 'b')
    await pause()
    const id = ann.editor.state.doc.firstChild?.attrs['id'] as unknown
    expect(id).toMatch(/^[a-z0-9]{10}$/)
    type(ann.editor, 'c')
    await pause()
    press(ann.editor, 'Mod-z')
    press(ann.editor, 'Mod-z')
    await pause()
    expect(ann.editor.getText()).toBe('AI: a')
    expect(ann.editor.state.doc.firstChild?.attrs['id']).toBe(id)
  })

  test('is given by whoever made the block, and by nobody who looks on or takes something back', async () => {
    const ann = await understoodWith([p('')])
    const bob = await understoodWith(ann.shared)
    const byBob = vi.fn<() => void>()
    bob.editor.on('transaction', ({ transaction }) => {
      if (transaction.steps.length > 0 && !isRemote(transaction)) byBob()
    })
    await pause()
    type(ann.editor, 'AI: a')
    await pause()
    expect([ids(ann), ids(bob)]).toEqual([[true], [true]])
    press(ann.editor, 'Mod-z')
    await pause()
    expect(byBob).not.toHaveBeenCalled()
  })

  test('waits while one types on', async () => {
    const ann = await understoodWith([p('AI: a')])
    await pause()
    ann.editor.commands.setTextSelection(6)
    for (let passed = 0; passed < 3_000; passed += 100) {
      type(ann.editor, 'b')
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(ann.live.overview.get().actions[0]?.text).toContain('bbb')
    expect(ids(ann)).toEqual([false])
  })
})

describe('a change from beside the text', () => {
  const setText =
    (text: string) => (action: { text: { at: { path: readonly number[]; from: number; to: number } | null } }) =>
      action.text.at === null
        ? []
        : [{ type: 'text' as const, at: action.text.at, content: [{ type: 'text' as const, text }] }]

  test('is made where the line is by now, and one undo takes it back', async () => {
    const { editor, live } = await understoodWith([p('AI: first'), p('AI: second')])
    live.now()
    const key = live.overview.get().actions[1]?.key ?? ''
    editor.view.dispatch(editor.state.tr.insert(0, editor.schema.nodeFromJSON(p('before ', bold('all')).toJSON())))
    expect(await changeEntry(editor, 'action', key, setText('changed'))).toBe(true)
    expect(editor.getText({ blockSeparator: '|' })).toBe('before all|AI: first|AI: changed')
    expect(live.overview.get().actions[1]?.text).toBe('changed')
    press(editor, 'Mod-z')
    expect(editor.getText({ blockSeparator: '|' })).toBe('before all|AI: first|AI: second')
  })

  test('of what is gone changes nothing', async () => {
    const { editor, live } = await understoodWith([p('AI: first'), p('AI: second')])
    live.now()
    const key = live.overview.get().actions[0]?.key ?? ''
    editor.view.dispatch(editor.state.tr.delete(0, 11))
    expect(await changeEntry(editor, 'action', key, setText('changed'))).toBe(false)
    expect(editor.getText()).toBe('AI: second')
  })

  test('is refused where nobody may write', async () => {
    const { editor, live } = await understoodWith([p('AI: first')])
    live.now()
    editor.setEditable(false)
    expect(await change(editor, () => [{ type: 'remove', path: [0] }])).toBe(false)
    expect(editor.getText()).toBe('AI: first')
  })
})

describe('going to a line', () => {
  test('puts the caret at its end and the focus into the text', async () => {
    const { editor, live } = await understoodWith([p('one'), p('AI: write'), p('two')])
    live.now()
    expect(jumpTo(editor, live.overview.get().actions[0]?.key ?? '', { focus: true })).toBe(true)
    expect(editor.state.selection.$head.parent.textContent).toBe('AI: write')
    expect(editor.state.selection.$head.parentOffset).toBe(9)
    expect(document.activeElement).toBe(editor.view.dom)
  })
})
