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
