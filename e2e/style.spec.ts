import { readFile } from 'node:fs/promises'

import { expect, test } from './fixtures.ts'
import { caretAfter, exportOf, minutesOf, open } from './minutes.ts'

test('a meeting begins as its group writes, with a preview before', async ({ ann }) => {
  await ann.goto('/')
  await ann.getByRole('button', { name: 'New meeting' }).click()
  const dialog = ann.getByRole('dialog', { name: 'New meeting' })
  await dialog.getByLabel('Date').fill('2027-04-27')
  await dialog.getByLabel('Written like').selectOption({ label: 'Parsec' })
  await expect(dialog.getByLabel('How the file begins')).toHaveValue(
    /^# Parsec Community Meeting \(27\/04\/2027\) 📋\n/,
  )
  await dialog.getByRole('button', { name: 'Start the meeting' }).click()
  await expect(ann.getByRole('heading', { name: 'Attendance' })).toBeVisible()
  await expect(ann.locator('.hint').first()).toHaveAttribute('data-hint', 'Who is here, such as Ann Bell (@ann)')
  await ann.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(ann.getByText('House style: Parsec')).toBeVisible()
  const [file] = await Promise.all([
    ann.waitForEvent('download'),
    ann.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(await readFile((await file.path()) ?? '', 'utf8')).toBe(
    '# Parsec Community Meeting (27/04/2027) 📋\n\n## Attendance\n\n## Agenda\n\n## Minutes\n\n*Copyright 2027 Contributors to the Parsec project.*\n',
  )
})

test('the style of an imported file is shown, and a correction is used at once', async ({ ann, server }) => {
  const id = await server.meeting({
    markdown: '# Call (06/04/2027)\n\n## Attendees\n\n- Ann Bell\n\n## Notes\n\n- said\n',
  })
  await open(ann, id)
  await ann.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(ann.getByText('House style: as the imported file is written')).toBeVisible()
  await ann.getByRole('button', { name: 'Change style' }).click()
  const dialog = ann.getByRole('dialog', { name: 'House style' })
  await expect(dialog.getByLabel('Title')).toHaveValue('{title} ({dd}/{mm}/{yyyy})')
  await dialog.getByLabel('Name of the style').fill('Ours')
  await dialog.getByLabel('Wrap lines at').fill('20')
  await dialog.getByRole('button', { name: 'Use this style' }).click()
  await expect(ann.getByText('House style: Ours')).toBeVisible()
  await ann.getByRole('button', { name: 'Whole file' }).click()
  await caretAfter(ann, 'said')
  await ann.keyboard.type(' in a line that is wrapped')
  await expect(exportOf(ann)).toContainText('that is wrapped')
  await expect
    .poll(() => server.minutes(id))
    .toBe('# Call (06/04/2027)\n\n## Attendees\n\n- Ann Bell\n\n## Notes\n\n- said in a line\n  that is wrapped\n')
})

test('what is added to minutes that have none of it yet is written as the group writes', async ({ ann, server }) => {
  const id = await server.meeting({ style: 'w3c', date: '2027-04-27' })
  await open(ann, id)
  await expect(ann.locator('.hint').first()).toBeVisible()
  await ann.locator('.hint').last().click()
  // In the first moments of a page on a busy machine nothing is known of its minutes yet, and the command waits to be given again.
  await expect(async () => {
    await ann.keyboard.press('ControlOrMeta+Enter')
    await ann.keyboard.press('d')
    await expect(minutesOf(ann)).toContainText('RESOLVED:', { timeout: 1_000 })
  }).toPass()
  await ann.keyboard.type('it is out in May')
  await expect.poll(() => server.minutes(id)).toContain('\n## Minutes\n\nRESOLVED: it is out in May\n')
})

const CORE = (day: string, topic: string) => `---
team: core
date: ${day}
participants:
- Ann Bell
- Bob Cole
---

# Core Call

### Agenda

* ${topic} [10 min] @ann

### Minutes

* Ann: yes

ACTION ITEM: Ann: write it down

*Copyright ${day.slice(0, 4)} The Core authors.*
`

test('a meeting begins as several files of the group are written', async ({ ann, server }) => {
  await ann.goto('/')
  await ann.getByRole('button', { name: 'New meeting' }).click()
  const dialog = ann.getByRole('dialog', { name: 'New meeting' })
  await dialog.getByLabel('Date').fill('2027-05-04')
  await dialog.getByLabel('Files of the group').setInputFiles(
    [
      ['2027-04-13.md', CORE('2027-04-13', 'Tides')],
      ['2027-04-20.md', CORE('2027-04-20', 'Boats')],
      ['2027-04-27.md', CORE('2027-04-27', 'Oars')],
    ].map(([name = '', text = '']) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })),
  )
  await expect(dialog.getByText('As 3 files show it.')).toBeVisible()
  await expect(dialog.getByLabel('Written like')).toHaveValue('of files')
  await expect(dialog.getByLabel('How the file begins')).toHaveValue(/^---\nteam: core\ndate: 2027-05-04\n/)
  await dialog.getByRole('button', { name: 'Start the meeting' }).click()
  await expect(ann.getByRole('heading', { name: 'Minutes' })).toBeVisible()
  const id = new URL(ann.url()).pathname.split('/').at(-1) ?? ''
  const response = await fetch(`${server.address}/api/meetings/${id}/minutes.md`)
  expect(response.headers.get('content-disposition')).toContain('2027-05-04.md')
  expect(await response.text()).toBe(
    '---\nteam: core\ndate: 2027-05-04\nparticipants:\n---\n\n# Core Call\n\n### Agenda\n\n### Minutes\n\n*Copyright 2027 The Core authors.*\n',
  )
})

test('every part of a style is shown and can be corrected', async ({ ann, server }) => {
  const id = await server.meeting({ markdown: CORE('2027-04-13', 'Tides') })
  await open(ann, id)
  await ann.getByRole('button', { name: 'Export', exact: true }).click()
  await ann.getByRole('button', { name: 'Change style' }).click()
  const dialog = ann.getByRole('dialog', { name: 'House style' })
  await expect(dialog.getByLabel('Sections')).toHaveValue('agenda: ### Agenda\nnotes: ### Minutes')
  await expect(dialog.getByLabel('Front matter')).toHaveValue(
    /^team: core\ndate: \{yyyy\}-\{mm\}-\{dd\}\nparticipants:\n- \{name\}$/,
  )
  await expect(dialog.getByLabel('Last lines')).toHaveValue('*Copyright {yyyy} The Core authors.*')
  await expect(dialog.getByLabel('People stand in')).toHaveValue('matter')
  await expect(dialog.getByLabel('List marker')).toHaveValue('*')
  await expect(dialog.getByLabel('Label of action items')).toHaveValue('ACTION ITEM')
  await dialog.getByLabel('Sections').fill('attendance: ## Who was there\nagenda: ## Plan\nnotes: **Notes:**')
  await dialog.getByLabel('Front matter').fill('team: core')
  await dialog.getByLabel('Last lines').fill('End of the minutes.')
  await dialog.getByLabel('People stand in').selectOption({ label: 'A list' })
  await dialog.getByLabel('Label of action items').fill('TODO')
  await dialog.getByLabel('Options of polls').fill('For, Against')
  await dialog.getByLabel('Who takes the notes stands').selectOption({ label: 'In a line of its own' })
  await dialog.getByLabel('Label of the note taker').fill('Scribe:')
  await expect(dialog.getByLabel('How the file begins')).toHaveValue(
    /^---\nteam: core\n---\n\n# Core Call\n\n## Who was there\n\n[^#]*## Plan\n\n\*\*Notes:\*\*\n\nEnd of the minutes\.\n$/,
  )
  await dialog.getByLabel('Sections').fill('agend')
  await expect(dialog.getByText('This cannot be read yet.')).toBeVisible()
  await dialog.getByLabel('Sections').fill('attendance: ## Who was there\nagenda: ## Plan\nnotes: **Notes:**')
  await dialog.getByRole('button', { name: 'Use this style' }).click()
  await expect(dialog).toBeHidden()
  const { style } = (await (await fetch(`${server.address}/api/meetings/${id}/style`)).json()) as { style: object }
  expect(style).toMatchObject({
    matter: [{ key: 'team', value: 'core' }],
    noteTaker: { form: 'line', label: 'Scribe:' },
    action: { label: 'TODO' },
    poll: { options: ['For', 'Against'] },
    footer: 'End of the minutes.',
  })
})
