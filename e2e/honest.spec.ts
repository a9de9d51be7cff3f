import type { Page } from '@playwright/test'

import { expectAgreement } from './agreement.ts'
import { expect, test } from './fixtures.ts'
import { minutesOf, open, savingOf } from './minutes.ts'

/** Minutes with every kind of block that there is. */
const MINUTES = `---
tags: weekly
---

# Call of 2026-11-26

## Attendees

- Ann Ames (AA)
- Bob Berg (BB), _regrets_

## Agenda

1. Release (Ann, 10 min)
   - [spec](javascript:old) and ![a picture](https://example.org/a.png "A")
2. **Bold**, _slanted_, \`code\` and ~~gone~~[^1]

- [ ] ACTION: AA to write it down
- [x] ACTION: BB

| who | what |
| --- | ---- |
| Ann | one  |
| Bob | two  |

> A quote
>
> - in it a list

\`\`\`js
const x = 1
\`\`\`

<details><summary>More</summary></details>

POLL: Ship it? 7 4 1 0 0

***

[^1]: A note.
`

const STEPS = 120
const PASTED = [
  '<h2>Topic</h2><ul><li>one<ul><li>two</li></ul></li></ul><p>x <b>bold</b> <a href="https://example.org">link</a></p>',
  '<table><tr><th>a</th><td>b</td></tr></table><pre>code</pre><blockquote>quote</blockquote><hr><img src="https://example.org/x.png">',
  '<ol><li>one</li></ol><p><a href="javascript:alert(1)">bad</a><script>alert(1)</script></p>',
  '',
]
const TEXTS = [
  '- [ ] task\n- [x] done\n\n> quote\n\n| a | b |\n| - | - |\n| 1 | 2 |',
  'plain',
  '# Heading\n\n1. one\n2. two',
  '\u{1f44d}\u0301\u200d',
]
const TYPED = [
  '# ',
  '## ',
  '- ',
  '1. ',
  '> ',
  '``` ',
  '- [ ] ',
  '**b** ',
  '`c` ',
  '---',
  'ACTION: ',
  'POLL: ',
  'w ',
  'word ',
  '\u00e9',
  '\u{1f600}',
  '/',
  '@',
]
const KEYS = [
  'Enter', 'Shift+Enter', 'Backspace', 'Delete', 'Tab', 'Shift+Tab', 'ControlOrMeta+b', 'ControlOrMeta+i', 'ControlOrMeta+e', 'ControlOrMeta+z',
  'ControlOrMeta+Shift+z', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+End', 'Home', 'ControlOrMeta+Backspace',
  'Alt+ArrowUp', 'Alt+ArrowDown', 'Escape',
] // prettier-ignore

test('whatever two people press and paste in minutes of every kind, the server refuses none of it and all have the same', async ({
  server,
  ann,
  bob,
  cem,
}) => {
  test.setTimeout(240_000)
  const seed = Number(process.env['PLENARY_SEED'] ?? Math.floor(Math.random() * 1e9))
  process.stdout.write(`honest: PLENARY_SEED=${seed}\n`)
  const dice = diceFrom(seed)
  const id = await server.meeting({ markdown: MINUTES })
  const pages = [ann, bob]
  await Promise.all(pages.map((page) => open(page, id)))
  for (let step = 0; step < STEPS; step++) {
    const page = one(dice, pages)
    await act(page, dice)
    if (step % 40 === 39) {
      const away = one(dice, pages)
      await away.context().setOffline(true)
      for (let more = 0; more < 5; more++) await act(away, dice)
      await away.context().setOffline(false)
    }
    // A page of which something was refused is disconnected for good.
    for (const each of pages) await expect(savingOf(each), `seed ${seed}, step ${step}`).not.toHaveText(/^Disconnected/)
  }
  for (const page of pages) await page.keyboard.press('Escape')
  // Cem's page has seen nothing of it happen.
  await open(cem, id)
  await expectAgreement(server, id, [ann, bob, cem], MINUTES)
  expect(await server.minutes(id)).not.toBe(MINUTES)
})

async function act(page: Page, dice: Dice): Promise<void> {
  const roll = dice()
  if (roll < 0.15 || !(await hasFocus(page))) await select(page, dice)
  else if (roll < 0.5) await page.keyboard.press(one(dice, KEYS))
  else if (roll < 0.8) await page.keyboard.type(one(dice, TYPED))
  else if (roll < 0.88) await paste(page, one(dice, PASTED), one(dice, TEXTS))
  else if (roll < 0.94) await page.keyboard.insertText(one(dice, TEXTS))
  else await page.keyboard.press(one(dice, ['ControlOrMeta+x', 'ControlOrMeta+v', 'ControlOrMeta+c']))
}

function hasFocus(page: Page): Promise<boolean> {
  return minutesOf(page).evaluate((root) => root.contains(document.activeElement) || root === document.activeElement)
}

/** Puts the caret anywhere, or takes some of the text at random. */
async function select(page: Page, dice: Dice): Promise<void> {
  await page.keyboard.press('Escape')
  const [from, length] = [dice(), dice() < 0.3 ? dice() * 60 : 0]
  await minutesOf(page).evaluate(
    ({ editor }: Root, [share, more]) => {
      const { size } = editor.state.doc.content
      const at = Math.floor(share * size)
      editor
        .chain()
        .focus()
        .setTextSelection({ from: at, to: Math.min(size, at + Math.floor(more)) })
        .run()
    },
    [from, length] as const,
  )
}

/** Where TipTap leaves the editor of an element. */
interface Root extends HTMLElement {
  readonly editor: Editor
}

interface Editor {
  readonly state: { readonly doc: { readonly content: { readonly size: number } } }
  chain(): Chain
}

interface Chain {
  focus(): Chain
  setTextSelection(range: { readonly from: number; readonly to: number }): Chain
  run(): boolean
}

async function paste(page: Page, html: string, text: string): Promise<void> {
  await minutesOf(page).evaluate(
    (root, [markup, plain]) => {
      const data = new DataTransfer()
      if (markup !== '') data.setData('text/html', markup)
      data.setData('text/plain', plain)
      root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    [html, text] as const,
  )
}

/** A number from 0 up to 1, the same ones for the same seed. */
type Dice = () => number

function diceFrom(seed: number): Dice {
  let state = seed % 2147483647 || 1
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

function one<T>(dice: Dice, of: readonly T[]): T {
  const chosen = of[Math.floor(dice() * of.length)]
  if (chosen === undefined) throw new Error('there is nothing to choose from')
  return chosen
}
