import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { caretAfter, expectEqualText, expectSaved, minutesOf, open } from './minutes.ts'

const FILE = `# Harbour Group: weekly call

## Attendees

- Till Berger (Dockworks)
- Radu Ionescu (Quayside)

## Agenda

- Glossary (10 minutes)
- Crane driver

## Notes

Till: A lot of terminology has come together.

Radu: Where would it live?

ACTION: seed the glossary

**POLL: Does the glossary live in the repository?**

| SF | F | N | A | SA |
| -- | - | - | - | -- |
|    |   |   |   |    |
`

async function openBoth(pages: readonly Page[], id: string): Promise<void> {
  for (const page of pages) await page.setViewportSize({ width: 1440, height: 900 })
  await Promise.all(pages.map((page) => open(page, id)))
  // What completes names is fetched when the page has time.
  await Promise.all(pages.map((page) => page.waitForLoadState('networkidle')))
}

/** Puts the caret into the cell of a poll's counts. */
async function caretInCount(page: Page, index: number): Promise<void> {
  await minutesOf(page).locator('tr').nth(1).locator('td').nth(index).click()
}

test('two people edit the same agenda at once, and both edits are there', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: FILE })
  await openBoth([ann, bob], id)
  await caretAfter(ann, 'Glossary')
  await caretAfter(bob, 'Crane driver')
  await Promise.all([
    ann.keyboard.type(' and words', { delay: 15 }),
    bob.keyboard.press('Enter').then(() => bob.keyboard.type('Tides (5 minutes)', { delay: 15 })),
  ])
  await expectEqualText([ann, bob])
  expect(await server.minutes(id)).toBe(
    FILE.replace('- Glossary (', '- Glossary and words (').replace(
      '- Crane driver\n',
      '- Crane driver\n- Tides (5 minutes)\n',
    ),
  )
})

test('one names the owner of an action item while the other writes its text', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: FILE })
  await openBoth([ann, bob], id)
  await caretAfter(ann, 'ACTION: ')
  await caretAfter(bob, 'seed the glossary')
  await Promise.all([
    ann.keyboard.type('Radu: ', { delay: 20 }),
    bob.keyboard.type(' before the next call', { delay: 20 }),
  ])
  await expectEqualText([ann, bob])
  expect(await server.minutes(id)).toBe(
    FILE.replace('ACTION: seed the glossary', 'ACTION: Radu: seed the glossary before the next call'),
  )
  const { actions } = await server.structure(id)
  expect(actions).toMatchObject([{ owners: ['Radu'], text: 'seed the glossary before the next call' }])
})

test('two people enter the counts of one poll at once, and its line is the only one that changes', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: FILE })
  await openBoth([ann, bob], id)
  await caretInCount(ann, 0)
  await caretInCount(bob, 3)
  await Promise.all([ann.keyboard.type('12', { delay: 20 }), bob.keyboard.type('1', { delay: 20 })])
  await expectEqualText([ann, bob])
  const exported = await server.minutes(id)
  expect(exported.split('\n').filter((line, index) => line !== FILE.split('\n')[index])).toEqual([
    expect.stringMatching(/^\| 12 +\| +\| +\| 1 +\| +\|$/),
  ])
  const { polls } = await server.structure(id)
  expect(polls).toMatchObject([
    {
      question: 'Does the glossary live in the repository?',
      options: [{ label: 'SF', count: 12 }, {}, {}, { count: 1 }, {}],
    },
  ])
})

test('an action item is in the minutes after a dozen keys, with its owner', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: FILE })
  await openBoth([ann], id)
  await caretAfter(ann, 'Where would it live?')
  await ann.keyboard.press('Enter')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('ACTION: ra')
  await ann.keyboard.press('Tab')
  await ann.keyboard.type('ask the press')
  await expectSaved(ann)
  expect(await server.minutes(id)).toContain('\n\nACTION: Radu Ionescu: ask the press\n')
})

test('a line becomes an action item by one shortcut, a speaker goes on and another takes over', async ({
  server,
  ann,
}) => {
  const id = await server.meeting({ markdown: FILE })
  await openBoth([ann], id)
  await caretAfter(ann, 'Where would it live?')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('I ask the press')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('ti:')
  await ann.keyboard.type('thanks')
  await caretAfter(ann, 'I ask the press')
  await ann.keyboard.press('Control+Enter')
  await ann.keyboard.press('a')
  await expectSaved(ann)
  expect(await server.minutes(id)).toContain('\n\nACTION: Radu: I ask the press\n\nTill: thanks\n')
})

test('what a person says of a line holds after a reload, and is never in the file', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: FILE.replace('ACTION: seed', 'TODO: seed') })
  await openBoth([ann], id)
  expect((await server.structure(id)).actions).toHaveLength(1)
  await caretAfter(ann, 'A lot of terminology')
  await ann.keyboard.press('Control+Enter')
  await ann.keyboard.press('n')
  await expectSaved(ann)
  const { speakers } = await server.structure(id)
  expect(speakers.map(({ name }) => name)).toEqual(['Radu Ionescu'])
  expect(await server.minutes(id)).toBe(FILE.replace('ACTION: seed', 'TODO: seed'))
  await open(bob, id)
  await expect(minutesOf(bob)).toContainText('A lot of terminology')
  expect((await server.structure(id)).speakers).toHaveLength(1)
})

test('what was taken for people, an agenda or a poll is overruled, and that outlasts a restart and the export', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: FILE })
  await openBoth([ann], id)
  const found = async () => {
    const { attendees, agenda, polls } = await server.structure(id)
    return [attendees.length, agenda.length, polls.length]
  }
  expect(await found()).toEqual([2, 2, 1])
  const sayNone = async () => {
    await ann.keyboard.press('Control+Enter')
    await ann.keyboard.press('n')
  }
  await caretInCount(ann, 0)
  await sayNone()
  await expect.poll(found).toEqual([2, 2, 0])
  await caretAfter(ann, 'Agenda')
  await sayNone()
  await expect.poll(found).toEqual([2, 0, 0])
  await caretAfter(ann, 'Radu Ionescu')
  await sayNone()
  await expect.poll(found).toEqual([1, 0, 0])
  await caretAfter(ann, 'Attendees')
  await sayNone()
  await expect.poll(found).toEqual([0, 0, 0])
  await expectSaved(ann)
  await server.restart()
  await open(bob, id)
  await bob.setViewportSize({ width: 1440, height: 900 })
  await expect(bob.getByRole('list', { name: 'Outline and agenda', exact: true })).toBeVisible()
  await expect(bob.getByRole('list', { name: 'People', exact: true })).toBeHidden()
  await expect(bob.getByRole('list', { name: 'Polls', exact: true })).toBeHidden()
  expect(await found()).toEqual([0, 0, 0])
  // None of it is in the file, which another meeting would therefore read as it stands.
  expect(await server.minutes(id)).toBe(FILE)
  // Said once more it is taken back.
  await caretAfter(ann, 'Agenda')
  await sayNone()
  await expect.poll(found).toEqual([0, 2, 0])
})
