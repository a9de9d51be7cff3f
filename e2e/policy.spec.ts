import type { BrowserContext, Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { caretAfter, exportOf, minutesOf, open } from './minutes.ts'

const MEETING = `# Call

## Attendees

- Ann Ames (AA)
- Bo Berg (BB)

## Agenda

1. Release (Ann, 10 min)

- [ ] ACTION: AA to write it down

Last line.
`

/** As Google Docs, Sheets and Word put it on the clipboard: full of styles. */
const STYLED = `<meta charset="utf-8"><style>p { color: red } .x { font-weight: 700 }</style>
<b style="font-weight:normal" id="docs-internal-guid-1"><p style="line-height:1.38"><span style="font-weight:700">bold</span>
<span style='font-style:italic'>slanted</span> plain</p></b><table style="border:0"><tr><td style="text-align:right">cell</td></tr></table>`

test('nothing that people do goes against the policy of the page', async ({ server, ann, bob }) => {
  const told = [await violationsIn(ann.context()), await violationsIn(bob.context())]
  const id = await server.meeting({ markdown: MEETING })
  await ann.goto('/')
  await expect(ann.getByRole('link', { name: /Call/ })).toBeVisible()
  await ann.getByRole('button', { name: 'New meeting' }).click()
  await ann.keyboard.press('Escape')

  await Promise.all([open(ann, id), open(bob, id)])
  await caretAfter(bob, 'Last line.')
  await bob.keyboard.type(' Bob writes.')
  await expect(minutesOf(ann)).toContainText('Bob writes.')
  await expect(ann.locator('.caret').first()).toBeAttached()
  await bob.keyboard.press('Enter')
  await paste(bob, STYLED)
  await expect(minutesOf(bob).locator('strong', { hasText: 'bold' })).toBeVisible()
  await expect(minutesOf(bob).locator('em', { hasText: 'slanted' })).toBeVisible()
  await expect(minutesOf(bob).locator('strong', { hasText: 'plain' })).toHaveCount(0)
  await minutesOf(bob).press('Control+a')
  await bob.keyboard.press('Control+c')
  await bob.keyboard.press('End')
  await bob.keyboard.press('Control+v')
  await bob.keyboard.press('Enter')
  await bob.keyboard.type('/')
  await bob.keyboard.press('Escape')
  await bob.keyboard.press('Backspace')
  await bob.keyboard.press('Backspace')
  await bob.keyboard.press('Control+z')

  await ann.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(exportOf(ann)).toContainText('imported file')
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await ann.setViewportSize(size)
    await ann.reload()
    await expect(minutesOf(ann)).toBeVisible()
    await caretAfter(ann, 'Call')
    await ann.keyboard.type('!')
  }
  await ann.getByRole('button', { name: /^Overview/ }).click()
  await expect(ann.getByRole('dialog', { name: 'Overview' })).toContainText('write it down')
  expect(told.flat()).toEqual([])
})

test('the policy stops scripts, styles and connections that are not of this server', async ({ server, ann }) => {
  const told = await violationsIn(ann.context())
  await open(ann, await server.meeting({ markdown: '# Call\n' }))
  const got = await ann.evaluate(async () => {
    const put = (tag: string, text: string) => {
      const element = document.createElement(tag)
      element.textContent = text
      document.head.append(element)
    }
    put('script', 'globalThis.isTaken = true')
    put('style', 'body { outline: 9px solid red }')
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p id="loud" style="outline: 9px solid red" onclick="isTaken = true">x</p>',
    )
    document.querySelector<HTMLElement>('#loud')?.click()
    const outline = (selector: string) => getComputedStyle(document.querySelector(selector) as Element).outlineStyle
    const isStopped = await fetch('http://127.0.0.1:9/').then(
      () => false,
      () => true,
    )
    // oxlint-disable-next-line no-new -- that it is tried is all
    new WebSocket('ws://127.0.0.1:9/')
    return { taken: 'isTaken' in globalThis, styles: [outline('body'), outline('#loud')], isStopped }
  })
  expect(got).toEqual({ taken: false, styles: ['none', 'none'], isStopped: true })
  const wanted = [
    'connect-src',
    'connect-src',
    'script-src-attr',
    'script-src-elem',
    'style-src-attr',
    'style-src-elem',
  ]
  await expect.poll(() => told.map((each) => each.slice(0, each.indexOf(' '))).toSorted()).toEqual(wanted)
})

/** Everything that a browser says it has stopped, from now on, in all pages and over reloads. */
async function violationsIn(context: BrowserContext): Promise<string[]> {
  const told: string[] = []
  await context.exposeFunction('tellViolation', (text: string) => void told.push(text))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      // What was exposed above is a global here, of which TypeScript cannot know.
      const { tellViolation } = globalThis as unknown as { tellViolation: (text: string) => void }
      tellViolation([effectiveDirective, blockedURI, sourceFile, sample].join(' '))
    })
  })
  return told
}

/** The browser's own clipboard would rewrite the HTML; the event carries it as the other program put it there. */
async function paste(page: Page, html: string): Promise<void> {
  await minutesOf(page).evaluate((root, text) => {
    const data = new DataTransfer()
    data.setData('text/html', text)
    data.setData('text/plain', 'x')
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
}
