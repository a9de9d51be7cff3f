import { type Browser, type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test'

import { TestServer } from './server.ts'

interface Fixtures {
  /** A real server, on an empty folder. */
  readonly server: TestServer
  /** Each person is a browser of their own: their own storage, network and name. */
  readonly ann: Page
  readonly bob: Page
  readonly cem: Page
}

export const test = base.extend<Fixtures>({
  server: async ({}, use) => {
    const server = await TestServer.start()
    await use(server)
    await server.remove()
  },
  ann: ({ browser, server }, use) => person('Ann', browser, server, use),
  bob: ({ browser, server }, use) => person('Bob', browser, server, use),
  cem: ({ browser, server }, use) => person('Cem', browser, server, use),
})

export { expect } from '@playwright/test'

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Somebody more, with a name that their browser remembers. */
export async function guest(
  name: string,
  browser: Browser,
  server: TestServer,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...options, baseURL: server.address })
  await context.addInitScript(
    (json) => {
      if (localStorage.getItem('plenary:person') === null) localStorage.setItem('plenary:person', json)
    },
    JSON.stringify({ id: name.toLowerCase().padEnd(20, '0'), name }),
  )
  return context.newPage()
}

/** An error that nobody caught in somebody's page fails the test, even if everything that it looks at is right. */
async function person(
  name: string,
  browser: Browser,
  server: TestServer,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await guest(name, browser, server)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.stack || String(error)))
  await use(page)
  await page.context().close()
  expect(errors, `uncaught in the page of ${name}`).toEqual([])
}
