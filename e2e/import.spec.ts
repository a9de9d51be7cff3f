import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from './fixtures.ts'
import { minutesOf } from './minutes.ts'

const CORPUS = process.env['PLENARY_CORPUS'] ?? fileURLToPath(new URL('../../shared/corpus', import.meta.url))

test('many files are imported at once, each with its own result, and one bad file stops none', async ({
  server,
  ann,
}) => {
  await ann.goto('/')
  await ann.getByLabel('Minutes files').setInputFiles([
    { name: 'a.md', mimeType: 'text/markdown', buffer: Buffer.from('# Alpha\n\ntext\n') },
    { name: 'binary.md', mimeType: 'text/markdown', buffer: Buffer.from([0xff, 0xfe, 0x00, 0x01]) },
    { name: 'large.md', mimeType: 'text/markdown', buffer: Buffer.alloc(2 * 1024 * 1024 + 1, 'a') },
    { name: 'b.md', mimeType: 'text/markdown', buffer: Buffer.from('\uFEFFno title at all\r\n') },
  ])
  await expect(ann.getByText('2 of 4 files imported, 2 refused')).toBeVisible()
  await expect(ann.getByRole('link', { name: /Alpha/ }).first()).toBeVisible()
  await expect(ann.getByText(/2 MiB/)).toBeVisible()
  await expect(ann.getByText(/UTF-8/)).toBeVisible()
  const listed = (await (await fetch(`${server.address}/api/meetings`)).json()) as {
    meetings: { id: string; title: string }[]
  }
  expect(listed.meetings.map(({ title }) => title).sort()).toEqual(['Alpha', 'b'])
  const b = listed.meetings.find(({ title }) => title === 'b')
  expect(await server.minutes(b?.id ?? '')).toBe('\uFEFFno title at all\r\n')
})

test('a file that is dropped anywhere on the page becomes a meeting', async ({ ann }) => {
  await ann.goto('/')
  await expect(ann.getByRole('heading', { name: 'Meetings' })).toBeVisible()
  const transfer = await ann.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['# Dropped\n\n- a point\n'], 'dropped.md', { type: 'text/markdown' }))
    return data
  })
  for (const type of ['dragenter', 'dragover', 'drop'])
    await ann.dispatchEvent('body', type, { dataTransfer: transfer })
  await ann
    .getByRole('link', { name: /Dropped/ })
    .first()
    .click()
  await expect(minutesOf(ann)).toContainText('a point')
})

test('every file of the corpus goes through the page and comes out byte for byte', async ({ server, ann }) => {
  test.setTimeout(180_000)
  const files = existsSync(CORPUS)
    ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md') && !name.endsWith('MANIFEST.md'))
        .map((name) => join(CORPUS, name))
    : []
  // oxlint-disable-next-line no-console -- a run must say on how many files it stands
  console.log(
    files.length > 0
      ? `${files.length} corpus files`
      : 'no corpus beside the repository: only the own files are imported',
  )
  await ann.goto('/')
  const progress = ann.getByRole('progressbar', { name: 'Files imported' })
  const own = { name: 'own.md', mimeType: 'text/markdown', buffer: Buffer.from('# Own\n\n* a\n\n\n* b\n') }
  await ann
    .getByLabel('Minutes files')
    .setInputFiles([
      own,
      ...files.map((path, index) => ({ name: `${index}.md`, mimeType: 'text/markdown', buffer: readFileSync(path) })),
    ])
  if (files.length > 0) await expect(progress).toHaveAttribute('max', String(files.length + 1))
  const begun = Date.now()
  const list = async () =>
    ((await (await fetch(`${server.address}/api/meetings`)).json()) as { meetings: { id: string }[] }).meetings
  await expect.poll(async () => (await list()).length, { timeout: 150_000 }).toBe(files.length + 1)
  await expect(ann.getByText(new RegExp(`^${files.length + 1} files? imported$`))).toBeVisible()
  await expect(progress).toBeHidden()
  // oxlint-disable-next-line no-console -- the figure is what people ask for
  console.log(`${files.length + 1} files in ${((Date.now() - begun) / 1_000).toFixed(1)} s`)
  const texts = await Promise.all((await list()).map(({ id }) => server.minutes(id)))
  const expected = [own.buffer, ...files.map((path) => readFileSync(path))].map((bytes) => bytes.toString('utf8'))
  expect(texts.sort()).toEqual(expected.sort())
})
