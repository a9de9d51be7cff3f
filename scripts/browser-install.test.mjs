import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { crc32 } from 'node:zlib'

import { afterEach, beforeEach, expect, test } from 'vitest'

/** `ensureBrowser` where there is no browser: a PATH with nothing else on it, and Playwright's real installer with a server of our own. */

const TIMEOUT = 60_000

let root = ''
/** @type {string[]} */
let downloads = []
/** @type {(path: string) => Buffer | undefined} */
let answer
const server = createServer(({ url = '' }, response) => {
  downloads.push(url)
  const body = answer(url)
  response.writeHead(body === undefined ? 404 : 200).end(body)
})

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'plenary-install-'))
  mkdirSync(join(root, 'bin'))
  symlinkSync(process.execPath, join(root, 'bin/node'))
  downloads = []
  answer = () => undefined
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
})
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(root, { recursive: true })
})

test(
  'root on a Debian gets the package of Debian, and nothing is downloaded besides',
  { timeout: TIMEOUT },
  async () => {
    putAptGet(`[ "$1" = install ] && ln -s "$(command -v node)" ${join(root, 'bin/chromium')}; exit 0`)
    expect(await ensureBrowser({ isRoot: true })).toEqual({
      code: 0,
      said: `There is no Chromium here: installing one …\n${join(root, 'bin/chromium')}\n`,
    })
    expect(askedOfApt()).toEqual([
      'noninteractive apt-get update',
      'noninteractive apt-get install -y --no-install-recommends chromium fonts-liberation',
    ])
    expect(downloads).toEqual([])
  },
)

test('where apt cannot install one, Playwright does', { timeout: TIMEOUT }, async () => {
  putAptGet('exit 100')
  const own = (await run(`console.log(chromium.executablePath())`)).said.trim()
  const [, inside = ''] = relative(join(root, 'browsers'), own).split(/^[^/]+\//)
  answer = (url) => (/\/chrome-[^/]*\.zip$/.test(url) ? zipWith(inside) : undefined)
  expect(await ensureBrowser({ isRoot: true })).toEqual({
    code: 0,
    said: `There is no Chromium here: installing one …\n${own}\n`,
  })
  expect(askedOfApt()).toEqual(['noninteractive apt-get update'])
})

test('who is not root is not sent to apt, and hears what to do when nothing helps', { timeout: TIMEOUT }, async () => {
  putAptGet('exit 0')
  expect(await ensureBrowser({ isRoot: false })).toEqual({
    code: 1,
    said: [
      'There is no Chromium here: installing one …',
      'Refusal: There is no Chromium to test with and none could be installed: install one, or set CHROMIUM_PATH.',
      '',
    ].join('\n'),
  })
  expect(askedOfApt()).toEqual([])
  expect(downloads[0]).toMatch(/chrom.*\.zip$/)
})

/** @param {{ isRoot: boolean }} who */
function ensureBrowser({ isRoot }) {
  return run(`
    process.getuid = () => ${isRoot ? 0 : 1000}
    await ensureBrowser().then(
      (file) => console.log(file),
      (error) => { console.log(String(error)); process.exitCode = 1 },
    )`)
}

/** @param {string} script what a process says that sees none of this machine's browsers */
async function run(script) {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const imports = `
    import { chromium } from '@playwright/test'
    import { ensureBrowser } from ${JSON.stringify(new URL('browser.mjs', import.meta.url).href)}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', `${imports}\n${script}`], {
    cwd: new URL('.', import.meta.url),
    env: {
      HOME: root,
      PATH: join(root, 'bin'),
      PLAYWRIGHT_BROWSERS_PATH: join(root, 'browsers'),
      PLAYWRIGHT_DOWNLOAD_HOST: `http://127.0.0.1:${port}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text))
  const [code] = await once(child, 'close')
  return { code, said }
}

/** An apt-get that writes down what it is asked, and then does this. */
/** @param {string} deed */
function putAptGet(deed) {
  const file = join(root, 'bin/apt-get')
  writeFileSync(
    file,
    `#!/bin/sh\nPATH=$PATH:/usr/bin:/bin\necho "$DEBIAN_FRONTEND apt-get $*" >> ${root}/apt.log\n${deed}\n`,
  )
  chmodSync(file, 0o755)
}

function askedOfApt() {
  const log = join(root, 'apt.log')
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
}

/** A zip archive of one small program, not compressed. */
/** @param {string} name */
function zipWith(name) {
  const [path, content] = [Buffer.from(name), Buffer.from('#!/bin/sh\n')]
  const entry = Buffer.alloc(26)
  entry.writeUInt16LE(20, 0)
  entry.writeUInt32LE(crc32(content), 10)
  entry.writeUInt32LE(content.length, 14)
  entry.writeUInt32LE(content.length, 18)
  entry.writeUInt16LE(path.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), entry, path, content])
  // The directory repeats the entry; what it adds (comment, attributes, place) is all zero here.
  const directory = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), entry, Buffer.alloc(14), path])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, directory, Buffer.from('PK\x05\x06'), end])
}
