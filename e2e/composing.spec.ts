import type { CDPSession, Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { caretAfter, expectEqualText, minutesOf, open } from './minutes.ts'

/** Japanese, Chinese and Korean are composed: what stands in the text changes with every key until the word is chosen. */

const MINUTES = `# Weekly call

Before, composed, after.

- first point
- second point
`

/** What is typed on the way to a word, as an input method shows it. */
const STEPS = ['に', 'にほ', 'にほん', 'にほんご', '日本語']
/** What others write ends in one of these, so that it can be seen in the bytes of a frame. */
const MARKS = ['①', '②', '③', '④', '⑤'] as const

for (const where of ['in the same paragraph', 'elsewhere'] as const) {
  test(`a word that is being composed is not torn while another window types ${where}`, async ({
    server,
    ann,
    bob,
  }) => {
    const id = await server.meeting({ markdown: MINUTES })
    const received = listen(ann)
    await Promise.all([open(ann, id), open(bob, id)])
    const keyboard = await inputMethodOf(ann)
    const events = await recordCompositions(ann)
    const place = where === 'elsewhere' ? 'second point' : 'Before'
    await caretAfter(ann, 'composed')
    await caretAfter(bob, place)

    for (const [index, mark] of MARKS.entries()) {
      await compose(keyboard, STEPS[index] ?? '')
      await bob.keyboard.type(` word${mark}`, { delay: 5 })
      await expect.poll(() => received(mark)).toBe(true)
      await expect(minutesOf(ann)).toContainText(`composed${STEPS[index]}`)
    }
    await keyboard.send('Input.insertText', { text: '日本語' })
    await ann.keyboard.type(' done')

    const written = MARKS.map((mark) => ` word${mark}`).join('')
    await expectEqualText([ann, bob])
    expect(await events()).toEqual(['compositionstart', 'compositionend 日本語'])
    expect(await server.minutes(id)).toBe(
      MINUTES.replace('composed', 'composed日本語 done').replace(place, `${place}${written}`),
    )
  })
}

test('two windows compose in one paragraph at the same time, and both words are whole', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: MINUTES })
  await Promise.all([open(ann, id), open(bob, id)])
  const [left, right] = [await inputMethodOf(ann), await inputMethodOf(bob)]
  await caretAfter(ann, 'Before')
  await caretAfter(bob, 'composed')
  for (const step of STEPS) await Promise.all([compose(left, step), compose(right, step)])
  await Promise.all([left, right].map((keyboard) => keyboard.send('Input.insertText', { text: '日本語' })))
  await expectEqualText([ann, bob])
  expect(await server.minutes(id)).toBe(MINUTES.replace('Before, composed', 'Before日本語, composed日本語'))
})

test('a line of a language that is written from the right begins there', async ({ server, ann }) => {
  await open(ann, await server.meeting({ markdown: 'Hello.\n\nשלום לכולם.\n\n- item\n- שלום.\n' }))
  const sideOf = (text: string) =>
    minutesOf(ann)
      .getByText(text, { exact: true })
      .evaluate((line) => {
        const range = document.createRange()
        range.selectNodeContents(line)
        const [words, box] = [range.getBoundingClientRect(), line.getBoundingClientRect()]
        return words.left - box.left < box.right - words.right ? 'left' : 'right'
      })
  for (const text of ['Hello.', 'item']) expect(await sideOf(text), text).toBe('left')
  for (const text of ['שלום לכולם.', 'שלום.']) expect(await sideOf(text), text).toBe('right')
})

function inputMethodOf(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page)
}

/** Shows `text` as the word that is being composed. */
async function compose(keyboard: CDPSession, text: string): Promise<void> {
  await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}

/** The beginnings and ends of compositions from now on; a word that is torn ends early and begins anew. */
async function recordCompositions(page: Page): Promise<() => Promise<string[]>> {
  const events = await page.evaluateHandle(() => {
    const events: string[] = []
    document.addEventListener('compositionstart', () => events.push('compositionstart'), true)
    document.addEventListener('compositionend', ({ data }) => events.push(`compositionend ${data}`), true)
    return events
  })
  return () => events.jsonValue()
}

/** Whether a text has come in at a page, shown or not. To be called before the page is opened. */
function listen(page: Page): (text: string) => boolean {
  const frames: Buffer[] = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(Buffer.from(payload))))
  return (text) => frames.some((frame) => frame.includes(text))
}
