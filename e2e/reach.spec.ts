import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { caretAfter, expectSaved, minutesOf, open } from './minutes.ts'

const FILE = `# Harbour Group: weekly call

## Attendees

- Ann Bell
- Bob Cray

## Notes

Ann: good morning

Bob: hello
`

type Press = (page: Page) => Promise<void>

const typed =
  (...words: readonly string[]): Press =>
  async ({ keyboard }) => {
    for (const word of words) await (/^[A-Z][a-z]+$|\+/.test(word) ? keyboard.press(word) : keyboard.type(word))
  }

interface Block {
  readonly name: string
  /** The three ways to it. */
  readonly slash: Press
  readonly shortcut: Press
  readonly typing: Press
  /** What the minutes say then. */
  readonly says: object
  /** Minutes that have none of it. */
  readonly file?: string
}

/** What a person presses in a new line; a name with a capital is a key. */
const BLOCKS: readonly Block[] = [
  {
    name: 'an action item',
    slash: typed('/action', 'Enter', 'bo', 'Tab', 'seed the glossary'),
    shortcut: typed('Control+Enter', 'a', 'bo', 'Tab', 'seed the glossary'),
    typing: typed('ACTION: ', 'bo', 'Tab', 'seed the glossary'),
    says: { actions: [{ text: 'seed the glossary', owners: [expect.stringMatching(/^Bob/)] }] },
  },
  {
    name: 'a decision',
    slash: typed('/decision', 'Enter', 'it is out in May'),
    shortcut: typed('Control+Enter', 'd', 'it is out in May'),
    typing: typed('DECISION: it is out in May'),
    says: { decisions: [{ text: 'it is out in May' }] },
  },
  {
    name: 'a poll',
    slash: typed('/poll', 'Enter', 'go on?'),
    shortcut: typed('Control+Enter', 'v', 'go on?'),
    typing: typed('POLL: go on?', 'Enter'),
    says: { polls: [{ question: 'go on?', options: [{ label: 'SF' }, {}, {}, {}, { label: 'SA' }] }] },
  },
  {
    name: 'a speaker',
    slash: typed('/speaker', 'Enter', 'Enter', 'and another thing'),
    shortcut: typed('Control+Enter', 's', 'Enter', 'and another thing'),
    typing: typed('bo:', 'and another thing'),
    says: { speakers: [{ name: 'Bob Cray', turns: 2 }, { name: 'Ann Bell' }] },
  },
  {
    name: 'an agenda',
    slash: typed('/agenda', 'Enter', 'Tides (5 min)'),
    shortcut: typed('Control+Enter', 'g', 'Tides (5 min)'),
    typing: typed('## Agenda', 'Enter', '- Tides (5 min)'),
    says: { agenda: [{ text: 'Tides', minutes: 5 }] },
  },
  {
    name: 'an attendance',
    file: '# Harbour Group: weekly call\n\nhello\n',
    slash: typed('/attendance', 'Enter', 'Cem Dag'),
    shortcut: typed('Control+Enter', 'p', 'Cem Dag'),
    typing: typed('Present: Cem Dag'),
    says: { attendees: [{ name: 'Cem Dag', state: 'present' }] },
  },
]

for (const { name, says, file = FILE, ...ways } of BLOCKS) {
  test(`${name} is reached by the slash menu, by a shortcut and by typing`, async ({ server, ann }) => {
    for (const way of ['slash', 'shortcut', 'typing'] as const) {
      const id = await server.meeting({ markdown: file })
      await ann.setViewportSize({ width: 1440, height: 900 })
      await open(ann, id)
      await ann.waitForLoadState('networkidle')
      await caretAfter(ann, 'hello')
      await ann.keyboard.press('Enter')
      // With the name that Enter puts there, where somebody has spoken, a second one leaves an empty line.
      if (file === FILE) await ann.keyboard.press('Enter')
      await ways[way](ann)
      await expectSaved(ann)
      expect({ way, ...(await server.structure(id)) }).toMatchObject({ way, ...says })
    }
  })
}

test('source that is no Markdown is reached by the slash menu, by a shortcut and by typing, and edited as it stands', async ({
  server,
  ann,
}) => {
  const ways: readonly Press[] = [
    typed('/html', 'Enter', '<b>loud</b>'),
    typed('Control+Alt+x', '<b>loud</b>'),
    typed('a <b>loud</b>'),
  ]
  for (const way of ways) {
    const id = await server.meeting({ markdown: '# Call\n\nhello\n' })
    await open(ann, id)
    await caretAfter(ann, 'hello')
    await ann.keyboard.press('Enter')
    await way(ann)
    await expectSaved(ann)
    expect(await server.minutes(id)).toMatch(/\n\n(?:a )?<b>loud<\/b>\n$/)
    await caretAfter(ann, 'loud')
    await ann.keyboard.type('er')
    await expectSaved(ann)
    await expect.poll(() => server.minutes(id)).toMatch(/\n\n(?:a )?<b>louder<\/b>\n$/)
  }
  const id = await server.meeting({ markdown: '# Call\n\nhello\n' })
  await open(ann, id)
  await caretAfter(ann, 'hello')
  await ann.keyboard.press('Control+Alt+y')
  await ann.keyboard.type('tags: harbour')
  await expectSaved(ann)
  expect(await server.minutes(id)).toBe('---\ntags: harbour\n---\n\n# Call\n\nhello\n')
  await expect(minutesOf(ann).getByRole('group', { name: 'Front matter' })).toBeVisible()
})
