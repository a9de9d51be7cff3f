import { expect, test } from './fixtures.ts'
import { caretAfter, expectSaved, exportOf, minutesOf, open } from './minutes.ts'

const FILE = [
  '\uFEFF---',
  'title: "Sync of the packaging group"',
  'participants:',
  '- Ada',
  '- Bo',
  '---',
  '',
  'Agenda',
  '======',
  '',
  '1. Roll call  ',
  '1. Open issues (10 minutes)',
  '     * <missed> what Bo said',
  '     * see [the list][list]\tand `code`',
  '',
  '| Name | SF |F|',
  '|--|:-:|',
  '| Ada | 3 |',
  '',
  '[list]: https://example.org/list "The list"',
  '',
  '',
].join('\r\n')

test('an imported file that nobody edits comes out byte for byte', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: FILE })
  await open(ann, id)
  expect(await server.minutes(id)).toBe(FILE)
})

test('an imported file edited in one line differs in that line only', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: FILE })
  await open(ann, id)
  await caretAfter(ann, 'Open issues')
  await ann.keyboard.type(' and answers')
  await expectSaved(ann)
  expect(await server.minutes(id)).toBe(FILE.replace('Open issues', 'Open issues and answers'))
})

test('the panel shows the bytes that will be exported, marks what differs, and gives them away', async ({
  server,
  ann,
}) => {
  const id = await server.meeting({ markdown: FILE })
  await open(ann, id)
  await ann.getByRole('button', { name: 'Export', exact: true }).click()
  const panel = exportOf(ann)
  await expect(panel).toContainText('Identical to the imported file')
  await caretAfter(ann, 'Roll')
  await ann.keyboard.type('ing')
  await expect(panel).toContainText('1. Rolling call')
  await expect(panel).not.toContainText('Identical')

  const downloading = ann.waitForEvent('download')
  await panel.getByRole('button', { name: 'Download' }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk as Buffer)
  const expected = FILE.replace('Roll call', 'Rolling call')
  expect(Buffer.concat(chunks).toString('utf8')).toBe(expected)

  await panel.getByRole('button', { name: 'Copy' }).click()
  await expect(panel).toContainText('Copied.')
  expect(await ann.evaluate(() => navigator.clipboard.readText())).toBe(expected)
  await expectSaved(ann)
  expect(await server.minutes(id)).toBe(expected)
})

test('what is not HTML but speech can be seen', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: FILE })
  await open(ann, id)
  await expect(minutesOf(ann)).toContainText('<missed> what Bo said')
})
