import { expect, test } from './fixtures.ts'
import { expectSaved, minutesOf } from './minutes.ts'
import { FILE, listOf, openWide, overviewOf } from './overview.ts'

test('ticking an action item changes its line and no other', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: FILE })
  await openWide(ann, id)
  await listOf(ann, 'Action items').getByRole('checkbox', { name: 'Done: seed glossary.md' }).check()
  await expect.poll(() => server.minutes(id)).toBe(FILE.replace('- [ ] @Radu', '- [x] @Radu'))
  await minutesOf(ann).focus()
  await ann.keyboard.press('Control+z')
  await expect.poll(() => server.minutes(id)).toBe(FILE)
})

test('owner and due date are set beside the text, each as the minutes write it, and change one line', async ({
  server,
  ann,
}) => {
  const id = await server.meeting({ markdown: FILE })
  await openWide(ann, id)
  const item = listOf(ann, 'Action items').getByRole('listitem').filter({ hasText: 'collect the user stories' })
  await item.getByRole('button', { name: /^Owner: No owner/ }).click()
  await ann.keyboard.type('len')
  await expect(item.getByRole('option').first()).toHaveText('Lena Marsh')
  await ann.keyboard.press('Enter')
  await ann.keyboard.press('Enter')
  await expect(item.getByRole('button', { name: /^Owner: Lena/ })).toBeFocused()
  await expect(overviewOf(ann)).not.toContainText('No owner')
  await item.getByRole('button', { name: 'Set a due date' }).click()
  await item.getByLabel('Due date').fill('2027-05-04')
  await ann.keyboard.press('Enter')
  await expect(item.getByRole('button', { name: 'Due 4 May 2027. Change' })).toBeVisible()
  // What the overview shows stands in the text a moment later.
  const due = '- [ ] @Lena: collect the user stories (due 2027-05-04)'
  await expect.poll(() => server.minutes(id)).toBe(FILE.replace('- [ ] collect the user stories', due))
})

test('people are added, said to be late and taken off beside the text', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: FILE })
  await openWide(ann, id)
  const people = listOf(ann, 'People')
  await overviewOf(ann).getByRole('combobox', { name: 'Add a person' }).fill('Mara Wolf')
  await ann.keyboard.press('Enter')
  await expect(people).toContainText('Mara Wolf')
  await people.getByRole('combobox', { name: 'Radu Ionescu is' }).selectOption('late')
  await expect(people.getByRole('combobox', { name: 'Radu Ionescu is' })).toHaveValue('late')
  await people.getByRole('button', { name: 'Take Till Berger off the attendance' }).click()
  await expect(people).not.toContainText('Till Berger')
  await expect.poll(() => server.minutes(id)).not.toContain('- Till Berger (TB), Dockworks')
  const lines = (await server.minutes(id)).split('\n')
  expect(lines.filter((line) => /^- Radu Ionescu.*late/.test(line))).toHaveLength(1)
  expect(lines.filter((line) => line.startsWith('- Mara Wolf'))).toHaveLength(1)
  // Whose initials MW are is no question any more.
  await expect(overviewOf(ann)).not.toContainText('MW')
})

test('the tally and the outcome of a poll are entered beside the text', async ({ server, ann }) => {
  const poll =
    'POLL: Is it needed?\n\n| SF  | F   | N   | A   | SA  |\n| --- | --- | --- | --- | --- |\n| 3   |     |     |     |     |\n'
  const id = await server.meeting({ markdown: `# Call\n\n${poll}\nNext.\n` })
  await openWide(ann, id)
  const row = listOf(ann, 'Polls').getByRole('listitem')
  await row.getByLabel('F', { exact: true }).fill('2')
  await ann.keyboard.press('Enter')
  await expect(minutesOf(ann).locator('tr').nth(1)).toContainText('2')
  await row.getByLabel('Outcome of Is it needed?').fill('consensus')
  await ann.keyboard.press('Enter')
  await expect(overviewOf(ann).getByRole('list', { name: 'Missing' })).toBeHidden()
  await expectSaved(ann)
  const text = await server.minutes(id)
  expect(text).toMatch(/^\| 3 +\| 2 +\| +\| +\| +\|$/m)
  expect(text).toMatch(/^.*consensus.*$/im)
})

test('who declared the outcome of a poll and how many abstained are entered beside the text', async ({
  server,
  ann,
}) => {
  const id = await server.meeting({
    markdown: `# Call\n\nPresent: Till Berger, Radu Ionescu\n\nPOLL: Go on?\n\n* SF: 9 in room + 9 in chat\n* F: 2\n* N:\n\nThe end.\n`,
  })
  await openWide(ann, id)
  const row = listOf(ann, 'Polls').getByRole('listitem')
  await expect(row.getByLabel('SF', { exact: true })).toHaveValue('18')
  await row.getByLabel('N', { exact: true }).fill('1')
  await row.getByLabel('Outcome of Go on?', { exact: true }).fill('unanimous consent')
  await ann.keyboard.press('Enter')
  await row.getByLabel('Who declared the outcome of Go on?').fill('Till Berger')
  await ann.keyboard.press('Enter')
  await row.getByLabel('abstain').fill('3')
  await ann.keyboard.press('Enter')
  await expect(minutesOf(ann)).toContainText('Abstain: 3')
  await expectSaved(ann)
  expect(await server.minutes(id)).toContain(
    '* SF: 9 in room + 9 in chat\n* F: 2\n* N: 1\n\nAbstain: 3\n\nTill Berger: unanimous consent\n\nThe end.\n',
  )
  const { polls } = await server.structure(id)
  expect(polls).toMatchObject([{ abstain: 3, outcome: 'unanimous consent' }])
})

test('topics are added beside the text, with a timebox and who presents them, as the agenda writes them', async ({
  server,
  ann,
}) => {
  const id = await server.meeting({ markdown: FILE })
  await openWide(ann, id)
  const rows = listOf(ann, 'Outline and agenda').getByRole('listitem')
  await overviewOf(ann).getByRole('combobox', { name: 'Add a topic' }).fill('Tides')
  await ann.keyboard.press('Enter')
  const tides = rows.filter({ hasText: 'Tides' })
  await tides.getByRole('button', { name: 'Set a timebox for Tides' }).click()
  await ann.keyboard.type('20')
  await ann.keyboard.press('Enter')
  await expect(tides.getByRole('button', { name: '20 min for Tides. Change' })).toBeFocused()
  await tides.getByRole('button', { name: 'Who presents Tides?' }).click()
  await ann.keyboard.type('ra')
  await ann.keyboard.press('Enter')
  await ann.keyboard.press('Enter')
  await expect(tides.getByRole('button', { name: 'Radu Ionescu presents Tides. Change' })).toBeFocused()
  const glossary = rows.filter({ hasText: 'Glossary' })
  await glossary.getByRole('button', { name: '10 min for Glossary. Change' }).click()
  await ann.keyboard.press('Control+a')
  await ann.keyboard.press('Delete')
  await ann.keyboard.press('Enter')
  await expect
    .poll(() => server.minutes(id))
    .toBe(
      FILE.replace('- Glossary (10 minutes)\n', '- Glossary\n').replace(
        '- Crane driver (15 minutes)\n',
        '- Crane driver (15 minutes)\n- Tides (20 minutes, Radu Ionescu)\n',
      ),
    )
})

test('the first topic makes an agenda in minutes that have none', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: '# Call\n\n## Attendees\n\n- Till Berger\n\n## Notes\n\nA line.\n' })
  await openWide(ann, id)
  await overviewOf(ann).getByRole('combobox', { name: 'Add a topic' }).fill('Tides')
  await ann.keyboard.press('Enter')
  await expect(listOf(ann, 'Outline and agenda')).toContainText('Tides')
  await expect
    .poll(() => server.minutes(id))
    .toBe('# Call\n\n## Attendees\n\n- Till Berger\n\n## Agenda\n\n- Tides\n\n## Notes\n\nA line.\n')
})

const ATTENDANCES = {
  'a list': ['## Attendees\n\n- Till Berger (Dockworks)\n- Radu Ionescu (Quayside)\n', /^- Mara Wolf \(Pier\)$/m],
  'a table of two rows': [
    '|  |  |\n| - | - |\n| Attending | Till Berger (Dockworks), Radu Ionescu (Quayside) |\n| Note Taker | |\n',
    /^\| Attending \| Till Berger \(Dockworks\), Radu Ionescu \(Quayside\), Mara Wolf \(Pier\) \|$/m,
  ],
  'a table with initials': [
    '| Name | Abbreviation | Organization |\n| - | - | - |\n| Till Berger | TB | Dockworks |\n| Radu Ionescu | RI | Quayside |\n',
    /^\| Mara Wolf \| +\| Pier \|$/m,
  ],
  'a line': [
    'Present: Till Berger (Dockworks), Radu Ionescu (Quayside)\n',
    /^Present: .*Radu Ionescu \(Quayside\), Mara Wolf \(Pier\)$/m,
  ],
  'front matter': [
    '---\nparticipants:\n- Till Berger (Dockworks)\n- Radu Ionescu (Quayside)\n---\n\n# Call\n',
    /^- Mara Wolf \(Pier\)$/m,
  ],
} as const

for (const [form, [markdown, line]] of Object.entries(ATTENDANCES)) {
  test(`who is there, in what way and who takes the notes is said beside the text: ${form}`, async ({
    server,
    ann,
  }) => {
    const id = await server.meeting({ markdown })
    await openWide(ann, id)
    const radu = listOf(ann, 'People').getByRole('combobox', { name: 'Radu Ionescu is' })
    for (const state of ['late', 'left', 'regrets', 'absent', 'observer', 'present']) {
      await radu.selectOption(state)
      await expect(radu).toHaveValue(state)
      await expect
        .poll(async () => (await server.structure(id)).attendees.find(({ name }) => name === 'Radu Ionescu'))
        .toMatchObject({ state, affiliation: 'Quayside' })
    }
    expect(await server.minutes(id)).toBe(markdown)
    await overviewOf(ann).getByRole('combobox', { name: 'Add a person' }).fill('Mara Wolf (Pier)')
    await ann.keyboard.press('Enter')
    await expect.poll(() => server.minutes(id)).toMatch(line)
    await overviewOf(ann)
      .getByRole('button', { name: /^Notes:/ })
      .click()
    await ann.keyboard.type('ti')
    await ann.keyboard.press('Enter')
    await expect.poll(async () => (await server.structure(id)).noteTakers).toEqual(['Till Berger'])
  })
}
