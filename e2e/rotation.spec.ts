import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, guest, test } from './fixtures.ts'
import { checkIn, openNoteTaking } from './live.ts'
import { caretAfter, expectSaved, open } from './minutes.ts'

const CORPUS = process.env['PLENARY_CORPUS'] ?? fileURLToPath(new URL('../../shared/corpus', import.meta.url))

/** The minutes of one group in the corpus that say who took the notes. */
const FILES = ['minutes-2022-10-11.md', 'minutes-2021-07-13.md', 'design-meeting-minutes-2022-02-02-planning.md'].map(
  (name) => join(CORPUS, 'rust-lang+lang-team', name),
)

/** In place of these, where the corpus is not at hand. */
const OWN: readonly string[] = [
  '---\ntitle: Call 2027-03-02\n---\n\n# Hinge team agenda\n\n## Attendance\n\n* Team members: Ann, Bo, Cy\n\n* Note-taker: Cy\n',
  '---\ntitle: Call 2027-02-02\n---\n\n# Hinge team agenda\n\n## Attendance\n\n* Team members: Ann, Bo, Cy\n\n* Note-taker: Ann\n',
  '---\ntitle: Plan 2027-02-16\n---\n\n# Hinge team plan\n\n## Attendance\n\n* Team members: Ann, Bo, Cy\n\n* Note-taker: Bo\n',
]

const NEXT = '---\ntitle: The next call\ngroup: Our team\n---\n\n# Agenda\n\n## Attendance\n\n* Somebody Else\n'

interface Listed {
  readonly id: string
}

interface Past {
  readonly id: string
  readonly date: string
  readonly noteTakers: readonly string[]
}

test.describe.configure({ timeout: 120_000 })

test('after three real meetings of a group, of those who are here the one is proposed who took notes longest ago', async ({
  server,
  ann,
  browser,
}) => {
  const isThere = FILES.every((path) => existsSync(path))
  const texts = isThere ? FILES.map((path) => readFileSync(path)) : OWN.map((text) => Buffer.from(text))
  // oxlint-disable-next-line no-console -- a run must say on which files it stands
  console.log(isThere ? 'three minutes of the corpus' : 'no corpus beside the repository: three minutes of our own')
  const get = async <T>(path: string) => (await (await fetch(`${server.address}${path}`)).json()) as T

  await ann.goto('/')
  await ann
    .getByLabel('Minutes files')
    .setInputFiles(texts.map((buffer, index) => ({ name: `${index}.md`, mimeType: 'text/markdown', buffer })))
  const list = async () => (await get<{ meetings: readonly Listed[] }>('/api/meetings')).meetings
  await expect.poll(async () => (await list()).length, { timeout: 30_000 }).toBe(3)
  const meetings = await Promise.all((await list()).map(({ id }) => get<Past>(`/api/meetings/${id}`)))

  // The titles of these differ; somebody writes down in the head of each that it is the same group.
  for (const { id, date } of meetings) {
    await open(ann, id)
    await caretAfter(ann, date)
    await ann.keyboard.press('Enter')
    await ann.keyboard.type('group: Our team')
    await expectSaved(ann)
    await expect.poll(async () => get(`/api/meetings/${id}`)).toMatchObject({ group: 'Our team' })
  }

  const takers = meetings.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map(({ noteTakers }) => noteTakers[0])
  const [oldest, middle, newest] = takers
  if (oldest === undefined || middle === undefined || newest === undefined) throw new Error('nobody took notes')
  expect(new Set(takers).size).toBe(3)

  const id = await server.meeting({ markdown: NEXT })
  const [first, second, third] = await Promise.all([oldest, middle, newest].map((name) => guest(name, browser, server)))
  if (first === undefined || second === undefined || third === undefined) throw new Error('somebody is missing')
  await open(third, id)
  await checkIn(third)
  await openNoteTaking(third)
  const line = third.locator('.proposal p')
  await expect(line).toContainText('Next in line: you last took notes')
  await open(second, id)
  await checkIn(second)
  await expect(line).toContainText(`Next in line: ${middle} last took notes`)
  await open(first, id)
  await checkIn(first)
  await expect(line).toContainText(`Next in line: ${oldest} last took notes`)

  // Whoever is not here is not asked.
  await first.getByRole('button', { name: /^You are here/ }).click()
  await first.getByRole('button', { name: 'I have to leave' }).click()
  await expect(line).toContainText(`Next in line: ${middle} last took notes`)
  await Promise.all([first, second, third].map((page) => page.context().close()))
})
