import { complaints } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { exportOf, minutesOf, open } from './minutes.ts'

const EVERYTHING = `---
title: All blocks
tags: [a, b]
---

# All blocks

Text with **bold**, *italic*, ~~struck~~, \`code\`, a [link](https://example.org) and <missed> speech.

- item
  - nested
- [ ] open task
- [x] done task

1. one
2. two

> quoted

\`\`\`js
let a = 1
\`\`\`

| Name | Vote |
| ---- | ---: |
| Ada  |    1 |

---

<details>html</details>

[a]: https://example.org
`

const MEETING = `# A call with everything

Note taker: Lena Marsh

## Attendees

- Till Berger (TB), Dockworks
- Radu Ionescu (RI), Quayside
- Lena Marsh (LM), regrets

## Agenda

- Glossary (10 minutes)

## Notes

TB: What is a pier?

MW: Nobody knows.

TB: Then ask.

MW: Whom?

RI: A sailor.

TB: There is none here.

RESOLVED: We write a glossary.

POLL: Is it needed?

| SF  | F   | N   | A   | SA  |
| --- | --- | --- | --- | --- |
| 3   | 2   | 0   | 1   | 0   |

## Action items

- [x] @Till: read the old one
- [ ] @Radu: write the new one
- [ ] collect the words
`

const DESKTOP = { name: 'desktop', width: 1280, height: 800 } as const
const PHONE = { name: 'phone', width: 390, height: 844 } as const

/** Colours do not depend on the width, nor places on the colours: each is looked at once on every page, in turns. */
const VIEWS = [
  { colorScheme: 'light', ...PHONE },
  { colorScheme: 'dark', ...DESKTOP },
] as const
const OVERVIEWS = [
  { colorScheme: 'light', ...DESKTOP },
  { colorScheme: 'dark', ...PHONE },
] as const

for (const { colorScheme, name, ...viewport } of VIEWS) {
  test(`axe finds nothing on any page, ${colorScheme}, ${name}`, async ({ server, ann, bob }) => {
    await ann.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await ann.setViewportSize(viewport)
    await ann.goto('/')
    await expect(ann.getByRole('heading', { name: 'Meetings' })).toBeVisible()
    expect(await complaints(ann)).toEqual([])

    const id = await server.meeting({ markdown: EVERYTHING })
    await ann.goto('/')
    await expect(ann.getByRole('link', { name: /All blocks/ })).toBeVisible()
    expect(await complaints(ann)).toEqual([])

    await Promise.all([open(ann, id), open(bob, id)])
    await minutesOf(bob).getByText('quoted').click()
    await bob.keyboard.type('!')
    await expect(minutesOf(ann)).toContainText('quoted')
    expect(await complaints(ann)).toEqual([])

    await ann.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(exportOf(ann)).toContainText('differ')
    expect(await complaints(ann)).toEqual([])

    await ann.goto('/meetings/aaaaaaaaaaaaaaaaaaaaaaaaaa')
    await expect(ann.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await complaints(ann)).toEqual([])
  })
}

for (const { colorScheme, name, ...viewport } of OVERVIEWS) {
  test(`axe finds nothing in the overview and in what it marks, ${colorScheme}, ${name}`, async ({ server, ann }) => {
    await ann.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await ann.setViewportSize(viewport)
    await open(ann, await server.meeting({ markdown: MEETING }))
    await expect(ann.locator('.minutes .mark-action').first()).toBeVisible()
    if (name === 'phone') {
      expect(await complaints(ann)).toEqual([])
      await ann.getByRole('button', { name: /^Overview/ }).click()
    }
    const actions = ann.getByRole('list', { name: 'Action items' })
    await expect(actions.getByRole('listitem')).toHaveCount(3)
    expect(await complaints(ann)).toEqual([])

    await actions.getByRole('button', { name: /No owner/ }).click()
    await ann.keyboard.type('a')
    await expect(actions.getByRole('option').first()).toBeVisible()
    expect(await complaints(ann)).toEqual([])

    if (name === 'phone') await ann.getByRole('button', { name: 'Close', exact: true }).click()
    await ann.locator('.minutes .mark-stranger').first().click()
    await expect(ann.getByRole('region', { name: 'Who is “MW”?' })).toBeVisible()
    expect(await complaints(ann)).toEqual([])
  })
}

test('the help, and every format, can be reached by keyboard', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: '# Call\n' })
  await open(ann, id)
  const toolbar = ann.getByRole('toolbar', { name: 'Formatting' })
  await minutesOf(ann).focus()
  await ann.keyboard.press('Shift+Tab')
  await expect(toolbar.locator(':focus')).toHaveCount(1)
  await ann.keyboard.press('End')
  await ann.keyboard.press('Enter')
  const help = ann.getByRole('dialog')
  await expect(help).toContainText('Bold')
  expect(await complaints(ann)).toEqual([])
  await ann.keyboard.press('Escape')
  await expect(help).toBeHidden()
})
