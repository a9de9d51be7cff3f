import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from '@playwright/test'

import { test as base } from './checkout.ts'
import { CHECK, NPM_START, NPX_CHECK, SERVER } from './process.ts'

/** What an operator sees of the process: settings, sentences, signals, exit codes. No browser. */

const test = base.extend<{ readonly data: string }>({
  data: async ({}, use) => {
    const data = await mkdtemp(join(tmpdir(), 'plenary-start-'))
    await use(data)
    await rm(data, { recursive: true, force: true })
  },
})

const ways = [
  { way: 'npm start', command: NPM_START },
  { way: 'the built server', command: SERVER },
]

for (const { way, command } of ways) {
  test.describe(way, () => {
    test('says where it is, and that it lives and is ready', async ({ launch, data }) => {
      const address = await launch(command, { PORT: '0', PLENARY_DATA: data }).address
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      expect((await fetch(`${address}/healthz`)).status).toBe(200)
      expect((await fetch(`${address}/readyz`)).status).toBe(200)
      expect(await readdir(data)).not.toEqual([])
    })

    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      test(`ends cleanly on ${signal} and leaves no process behind`, async ({ launch, data }) => {
        const started = launch(command, { PORT: '0', PLENARY_DATA: data })
        const address = await started.address
        // An open connection must not hold it up.
        await fetch(`${address}/healthz`)
        started.kill(signal)
        expect(await started.ended).toMatchObject({ code: 0, leftSomething: false, stderr: '' })
      })
    }

    test('ends cleanly on Ctrl-C, which reaches every process of it', async ({ launch, data }) => {
      const started = launch(command, { PORT: '0', PLENARY_DATA: data })
      await started.address
      started.interrupt()
      expect(await started.ended).toMatchObject({ leftSomething: false, stderr: '' })
    })

    test('says in one sentence which setting is wrong', async ({ launch, data }) => {
      const wrong = [
        { settings: { PORT: 'abc' }, sentence: /PORT is "abc"/ },
        { settings: { PORT: '70000' }, sentence: /PORT is "70000"/ },
        { settings: { PORT: '0', HOST: 'not a host' }, sentence: /HOST is "not a host"/ },
        { settings: { PORT: '0', PLENARY_DATA: ' ' }, sentence: /PLENARY_DATA is empty/ },
        { settings: { PORT: '0', PLENARY_DATE: data }, sentence: /no setting PLENARY_DATE/ },
      ]
      for (const { settings, sentence } of wrong) {
        const { code, stdout, stderr } = await launch(command, { PLENARY_DATA: data, ...settings }).ended
        expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, stdout: '', lines: 1 })
        expect(stderr).toMatch(sentence)
      }
    })
  })
}

test('npm start installs and builds in a fresh clone, and needs no network the second time', async ({
  launch,
  data,
  copy,
}) => {
  test.setTimeout(240_000)
  const first = launch(NPM_START, { PORT: '0', PLENARY_DATA: data }, copy)
  expect((await fetch(`${await first.address}/healthz`)).status).toBe(200)
  first.kill('SIGTERM')
  expect(await first.ended).toMatchObject({ code: 0, leftSomething: false })
  // Whoever asks for anything outside this machine gets nothing.
  const nowhere = 'http://127.0.0.1:9'
  const offline = { npm_config_registry: nowhere, HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere }
  const second = launch(NPM_START, { PORT: '0', PLENARY_DATA: data, ...offline }, copy)
  expect((await fetch(`${await second.address}/healthz`)).status).toBe(200)
  second.kill('SIGTERM')
  const { code, stdout } = await second.ended
  const lines = [expect.stringMatching(/^Plenary is ready: /), expect.stringMatching(/administrator: /)]
  expect({ code, lines: stdout.trim().split('\n') }).toEqual({ code: 0, lines })
})

test('says what is understood of files, from wherever it is asked', async ({ launch, data }) => {
  await writeFile(join(data, 'call.md'), '# Reef call\n\nText.\n')
  const [file, none] = [join(data, 'call.md'), join(data, 'none.md')]
  for (const command of [CHECK, NPX_CHECK]) {
    const good = await launch([...command, file], {}).ended
    expect(good).toMatchObject({ code: 0, stdout: `${file}: Reef call\n  Nothing else was recognised.\n` })
    const { code, stdout, stderr } = await launch([...command, '--json', none, file], {}).ended
    expect({ code, stderr }).toEqual({ code: 1, stderr: `There is no file ${none}.\n` })
    expect(JSON.parse(stdout)).toMatchObject([{ id: file, title: 'Reef call', actions: [] }])
  }
})

test('a busy port is one sentence and exit code 1', async ({ launch, data }) => {
  const { port } = new URL(await launch(SERVER, { PORT: '0', PLENARY_DATA: join(data, 'first') }).address)
  const { code, stderr } = await launch(SERVER, { PORT: port, PLENARY_DATA: join(data, 'second') }).ended
  expect(code).toBe(1)
  expect(stderr).toMatch(new RegExp(`^Port ${port} [^\n]+\n$`))
})

test('a data folder that is in use is one sentence and exit code 1', async ({ launch, data }) => {
  await launch(SERVER, { PORT: '0', PLENARY_DATA: data }).address
  const { code, stderr } = await launch(SERVER, { PORT: '0', PLENARY_DATA: data }).ended
  expect(code).toBe(1)
  expect(stderr).toMatch(/^[^\n]+in use[^\n]*\n$/)
})

test('a data folder that cannot be written is one sentence and exit code 1', async ({ launch }) => {
  const { code, stderr } = await launch(SERVER, { PORT: '0', PLENARY_DATA: '/dev/null/data' }).ended
  expect(code).toBe(1)
  expect(stderr).toMatch(/^[^\n]+\/dev\/null\/data[^\n]+\n$/)
})

test('starts again after it was killed', async ({ launch, data }) => {
  const first = launch(SERVER, { PORT: '0', PLENARY_DATA: data })
  await first.address
  first.kill('SIGKILL')
  await first.ended
  expect((await fetch(`${await launch(SERVER, { PORT: '0', PLENARY_DATA: data }).address}/readyz`)).status).toBe(200)
})
