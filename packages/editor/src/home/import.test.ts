import { describe, expect, test } from 'vitest'

import type { Created, NewMeeting, Outcome } from '../app/api.ts'
import { importFiles, summaryOf, titleFrom, type Progress } from './import.ts'

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name)
const created = (id: string): Outcome<Created> => ({ ok: true, value: { id, url: `/meetings/${id}` } })
const refused = (message: string): Outcome<Created> => ({ ok: false, failure: { code: 'too-large', message } })

/** Imports the files into a server that answers as `create` says; returns what became of each. */
async function run(
  files: readonly File[],
  create: (meeting: NewMeeting) => Promise<Outcome<Created>> | Outcome<Created> = ({ title }) => created(title ?? ''),
) {
  const results: Progress[] = files.map(() => ({ state: 'waiting' }))
  await importFiles(
    files,
    async (meeting) => create(meeting),
    (index, progress) => (results[index] = progress),
  )
  return results
}

describe('an import', () => {
  test('tells of each file in the order in which they were given, whoever is ready first', async () => {
    let release = () => {}
    const slow = new Promise<void>((resolve) => (release = resolve))
    const results = await run([file('a.md', 'a'), file('b.md', 'b'), file('c.md', 'c')], async ({ title }) => {
      if (title === 'a') await slow
      else if (title === 'c') release()
      return created(title ?? '')
    })
    expect(results).toEqual([
      { state: 'imported', id: 'a' },
      { state: 'imported', id: 'b' },
      { state: 'imported', id: 'c' },
    ])
  })

  test('goes on after a file that the server refuses, and says why', async () => {
    const results = await run(
      [file('a.md', 'a'), file('big.md', 'b'), file('c.md', 'c'), file('d.md', 'd')],
      ({ title }) => (title === 'big' ? refused('This file is larger than 2 MiB.') : created(title ?? '')),
    )
    expect(results.map(({ state }) => state)).toEqual(['imported', 'refused', 'imported', 'imported'])
    expect(results[1]).toEqual({ state: 'refused', message: 'This file is larger than 2 MiB.' })
  })

  test('sends every byte: the mark at the beginning, the line ends, the blanks', async () => {
    const sent: NewMeeting[] = []
    await run([file('2027-04-27.md', '\ufeff# Title  \r\n\r\ntext')], (meeting) => {
      sent.push(meeting)
      return created('x')
    })
    expect(sent).toEqual([{ title: '2027-04-27', markdown: '\ufeff# Title  \r\n\r\ntext' }])
  })

  test('refuses bytes that are not UTF-8 without sending anything', async () => {
    const results = await run([file('latin.md', new Uint8Array([0x63, 0x61, 0x66, 0xe9]))], () => {
      throw new Error('nothing may be sent')
    })
    expect(results).toEqual([{ state: 'refused', message: expect.stringContaining('not UTF-8 text') }])
  })

  test('refuses what cannot be read, such as a folder', async () => {
    const folder = file('minutes', '')
    folder.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
    expect(await run([folder])).toEqual([{ state: 'refused', message: expect.stringContaining('cannot be read') }])
  })

  test('has at most three files on their way at a time', async () => {
    let [now, most] = [0, 0]
    const files = Array.from({ length: 9 }, (_, index) => file(`${index}.md`, 'x'))
    await run(files, async ({ title }) => {
      most = Math.max(most, ++now)
      await Promise.resolve()
      now--
      return created(title ?? '')
    })
    expect(most).toBe(3)
  })
})

describe('the sum of an import', () => {
  const waiting = { state: 'waiting' } as const
  const imported = { state: 'imported', id: 'x' } as const
  const no = { state: 'refused', message: '' } as const

  test('counts what is left, then what came in and what did not', () => {
    expect(summaryOf([imported, waiting, waiting])).toBe('Importing 3 files: 2 to go')
    expect(summaryOf([imported])).toBe('1 file imported')
    expect(summaryOf([imported, imported, no])).toBe('2 of 3 files imported, 1 refused')
    expect(summaryOf([no])).toBe('1 file refused')
  })
})

describe('the title of a file without a heading', () => {
  test('is its name without the ending', () => {
    expect(titleFrom('2027-04-27 SIG.md')).toBe('2027-04-27 SIG')
    expect(titleFrom('notes.TXT')).toBe('notes')
    expect(titleFrom('.md')).toBe('.md')
  })
})
