import type { Page, WebSocketRoute } from '@playwright/test'

import { complaints } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { exportOf, minutesOf, open } from './minutes.ts'

/** 320 px: what a small phone has, and what is left of a wide window at 400 % (WCAG 2.2, 1.4.10 Reflow). */
const NARROW = { width: 320, height: 640 }

const MINUTES = `# A call of the working group for internationalisation

## Attendees

- Till Berger (TB), Dockworks
- Radu Ionescu (RI), Quayside

## Agenda

- Glossary (10 minutes)

MW: Nobody knows https://example.org/a/very/long/address/that-has-no-place-to-break-anywhere-at-all

| Name | Affiliation | Vote | Comment                        |
| ---- | ----------- | ---- | ------------------------------ |
| Till | Dockworks   | for  | Internationalisierungsausschuss |

POLL: Is it needed?

| SF  | F   | N   | A   | SA  |
| --- | --- | --- | --- | --- |
| 3   | 2   | 0   | 1   | 0   |

## Action items

- [ ] @Radu: write the new one

\`\`\`
const longLineOfCode = 'that does not break and is scrolled within its own box'
\`\`\`
`

test.beforeEach(async ({ ann }) => {
  await ann.setViewportSize(NARROW)
  await ann.emulateMedia({ reducedMotion: 'reduce' })
})

test('every page reflows at 320 px, and axe finds nothing there', async ({ server, ann, bob }) => {
  await ann.goto('/')
  await expect(ann.getByRole('heading', { name: 'Meetings' })).toBeVisible()
  await expectFine(ann)

  const id = await server.meeting({ markdown: MINUTES })
  await ann.goto('/')
  await expect(ann.getByRole('link', { name: /A call of the working group/ })).toBeVisible()
  await expectFine(ann)

  await Promise.all([open(ann, id), open(bob, id)])
  await expect(ann.locator('.minutes .mark-action').first()).toBeVisible()
  await expect(ann.getByRole('button', { name: /2 people/ })).toBeVisible()
  await expectFine(ann)

  await ann.getByRole('button', { name: /^Overview/ }).click()
  await expect(ann.getByRole('list', { name: 'Action items' })).toBeVisible()
  await expectFine(ann)
  await ann.getByRole('button', { name: 'Close', exact: true }).click()

  await ann.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(exportOf(ann)).toContainText('Identical')
  await exportOf(ann).getByRole('button', { name: 'Whole file' }).click()
  await expectFine(ann)

  await ann.goto('/meetings/aaaaaaaaaaaaaaaaaaaaaaaaaa')
  await expect(ann.getByRole('heading', { name: 'There is no meeting here' })).toBeVisible()
  await expectFine(ann)
})

test('what has to be known now fits into 320 px, and axe finds nothing in it', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: MINUTES })
  let connection: WebSocketRoute | undefined
  await ann.routeWebSocket(/\/sync\//, (socket) => {
    socket.connectToServer()
    connection = socket
  })

  await open(ann, id)
  connection?.send(notice('The disk of the server is full. Nothing new is saved just now.'))
  await expect(ann.getByText('The disk of the server is full.')).toBeVisible()
  await expectFine(ann)

  const stops = [
    { code: 4426, sentence: 'Plenary was updated while this page was open.', remedy: 'Reload' },
    { code: 4422, sentence: 'The server could not take your last change.', remedy: 'Copy my text' },
  ]
  for (const { code, sentence, remedy } of stops) {
    await open(ann, id)
    await connection?.close({ code })
    await expect(ann.getByText(sentence)).toBeVisible()
    await expect(ann.getByRole('button', { name: remedy })).toBeVisible()
    await expect(minutesOf(ann)).toHaveAttribute('contenteditable', 'false')
    await expectFine(ann)
  }
})

test('what went wrong fits into 320 px, and axe finds nothing in it', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: MINUTES })
  // A part of the page that the server has no more, as after an update.
  await ann.route(/assets\/export-aside/, (route) => route.fulfill({ status: 404 }))
  await open(ann, id)
  await ann.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(ann.getByText('This part of the page does not work any more.')).toBeVisible()
  await expectFine(ann)

  // A browser that was never here, and so has nothing of its own.
  await bob.setViewportSize(NARROW)
  await bob.route(/assets\/invitation-page/, (route) => route.fulfill({ status: 404 }))
  await bob.goto('/invitation#token')
  await expect(bob.getByText('This part of the page does not work any more.')).toBeVisible()
  await expectFine(bob)

  await ann.route(/\/api\/meetings/, (route) => route.fulfill({ status: 500, json: {} }))
  await ann.goto('/')
  await expect(ann.getByRole('alert')).toBeVisible()
  await expectFine(ann)

  await ann.goto('/meetings/bbbbbbbbbbbbbbbbbbbbbbbbbb')
  await expect(ann.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expectFine(ann)
})

async function expectFine(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await complaints(page), colorScheme).toEqual([])
  }
  expect(await page.evaluate(() => document.scrollingElement?.scrollWidth), 'width of the page').toBe(NARROW.width)
  expect(await outOfReach(page)).toEqual([])
}

/** The controls and lines that cannot be brought into the window as a whole; of the page, or of the dialog over it. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, h1, h2, h3, p, li, td',
    )
    const modal = document.querySelector('dialog:modal')
    return [...all]
      .filter((control) => control.checkVisibility() && (modal?.contains(control) ?? true))
      .filter((control) => control.closest('.visually-hidden, .skip-link') === null)
      .filter((control) => {
        control.scrollIntoView({ block: 'center', inline: 'nearest' })
        const { left, right } = control.getBoundingClientRect()
        return Math.floor(left) < 0 || Math.ceil(right) > innerWidth
      })
      .map(
        (control) => `${control.getAttribute('aria-label') ?? control.textContent}: ${control.outerHTML.slice(0, 80)}`,
      )
  })
}

/** Frame 103 of PROTOCOL.md. */
function notice(message: string): Buffer {
  const json = Buffer.from(JSON.stringify({ code: 'storage-unavailable', message }))
  if (json.length > 127) throw new Error('its length must fit into one byte')
  return Buffer.concat([Buffer.from([103, json.length]), json])
}
