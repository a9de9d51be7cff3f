import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../testing/folder.ts'
import { check, CHECK_USAGE } from './check.ts'

const CALL = '\uFEFF# Reef call\r\n\r\n**ACTION**: Ann Bell: write it up\r\n\r\nACTION: book a room\r\n'

async function files(): Promise<(name: string) => string> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'folder'))
  await writeFile(join(folder, 'call.md'), CALL)
  await writeFile(join(folder, 'plain.md'), 'Nothing in particular.\n')
  await writeFile(join(folder, '-odd.md'), '# Odd\n')
  await writeFile(join(folder, 'picture.png'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]))
  await writeFile(join(folder, 'nul.md'), 'a\0b')
  await writeFile(join(folder, 'large.md'), 'x'.repeat(2 * 1024 * 1024 + 1))
  return (name) => join(folder, name)
}

async function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const said = { out: '', error: '' }
  const code = await check(args, { out: (text) => (said.out += text), error: (text) => (said.error += text) })
  return { code, ...said }
}

describe('plenary check', () => {
  test('[CL1] says what is understood of a file and what it leaves open, with its lines', async () => {
    const path = await files()
    const { code, out, error } = await run(path('call.md'))
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain('call.md: Reef call\n')
    expect(out).toContain('line 3: [ ] write it up (Ann Bell)\n')
    expect(out).toContain('line 5: Nobody has taken this action item: “book a room”.\n')
  })

  test('[CL2] gives a file as data', async () => {
    const path = await files()
    const { code, out } = await run('--json', path('call.md'))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      id: path('call.md'),
      title: 'Reef call',
      actions: [
        { text: 'write it up', owners: ['Ann Bell'], line: 3 },
        { text: 'book a room', owners: [], line: 5 },
      ],
      problems: [
        { kind: 'action-without-owner', line: 5, sentence: 'Nobody has taken this action item: “book a room”.' },
      ],
    })
  })

  test('[CL2] gives several files as an array, without those that cannot be read', async () => {
    const path = await files()
    const { code, out, error } = await run(path('plain.md'), path('none.md'), '--json', path('call.md'))
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([{ title: 'plain' }, { title: 'Reef call' }])
    expect(error).toBe(`There is no file ${path('none.md')}.\n`)
  })

  test.each([
    ['none.md', /^There is no file \S+none\.md\.\n$/],
    ['call.md/none.md', /^There is no file \S+none\.md\.\n$/],
    ['folder', /^\S+folder is a folder; name the files in it\.\n$/],
    ['picture.png', /^\S+picture\.png is no text file in UTF-8\.\n$/],
    ['nul.md', /^\S+nul\.md is no text file in UTF-8\.\n$/],
    ['large.md', /^\S+large\.md is larger than 2 MiB, which minutes never are\.\n$/],
  ])('[CL3] %s is one sentence and exit code 1', async (name, sentence) => {
    const path = await files()
    expect(await run('--json', path(name))).toEqual({
      code: 1,
      out: '',
      error: expect.stringMatching(sentence) as string,
    })
  })

  test('[CL4] says how it is used when it is asked, or asked for nothing', async () => {
    expect(await run('--help')).toEqual({ code: 0, out: CHECK_USAGE, error: '' })
    expect(await run()).toEqual({ code: 1, out: '', error: CHECK_USAGE })
    expect(await run('--josn', 'a.md')).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringContaining('--josn') as string,
    })
  })

  test('[CL4] takes what stands behind -- for files', async () => {
    const path = await files()
    const before = process.cwd()
    process.chdir(path(''))
    try {
      expect(await run('--', '-odd.md')).toMatchObject({
        code: 0,
        out: expect.stringContaining('-odd.md: Odd') as string,
      })
    } finally {
      process.chdir(before)
    }
  })
})
