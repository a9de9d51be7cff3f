import { appendFile, readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

import { expect as plainExpect } from '@playwright/test'

import { test } from './checkout.ts'

// It installs and compiles, on a machine that runs another test at the same time.
const expect = plainExpect.configure({ timeout: 60_000 })

/** `npm run dev` in a copy of the checkout, whose sources may be changed. */

test('an edit of any package shows up in the browser, and Ctrl-C ends all of it', async ({ copy, launch, page }) => {
  test.setTimeout(240_000)
  const dev = launch(
    ['npm', 'run', 'dev', '--silent'],
    { PORT: await freePort(), PLENARY_DATA: join(copy, 'data') },
    copy,
  )
  await page.goto(await dev.address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await appendFile(join(copy, 'packages/editor/src/main.tsx'), `\n${mark('editor')}\n`)
  await expect(page.locator('html')).toHaveAttribute('data-editor', 'changed')

  await appendFile(join(copy, 'packages/shared/src/meeting/meeting.ts'), `\n${mark('shared')}\n`)
  await expect(page.locator('html')).toHaveAttribute('data-shared', 'changed')

  const app = join(copy, 'packages/server/src/app.ts')
  const route = `app.get('/api/changed', { config: { asks: 'nothing' } }, async () => 'changed')`
  await writeFile(app, (await readFile(app, 'utf8')).replace('return app\n', `${route}\n  return app\n`))
  await expect.poll(() => page.evaluate(async () => (await fetch('/api/changed')).text())).toBe('changed')

  dev.interrupt()
  await dev.ended
  expect(await processesIn(copy)).toEqual([])
})

/** A statement that is harmless in Node and shows in a page. */
function mark(name: string): string {
  return `Reflect.get(globalThis, 'document')?.documentElement.setAttribute('data-${name}', 'changed')`
}

/** A port that was free just now: the page's server has to know where to find the other one before that one listens. */
async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return String(typeof address === 'object' ? address?.port : undefined)
}

/** The processes whose folder is inside `folder`. Only Linux tells; elsewhere nothing is found. */
async function processesIn(folder: string): Promise<string[]> {
  const numbers = await readdir('/proc').catch(() => [])
  const folders = await Promise.all(
    numbers.map(async (number) => ({ number, cwd: await readlink(`/proc/${number}/cwd`).catch(() => '') })),
  )
  return folders.filter(({ cwd }) => cwd.startsWith(folder)).map(({ number }) => number)
}
