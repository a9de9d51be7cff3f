import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'

import type { TestServer } from './server.ts'

/** A browser that has never been here. */
export async function stranger(
  browser: Browser,
  server: TestServer,
  options: BrowserContextOptions = {},
): Promise<Page> {
  return (await browser.newContext({ ...options, baseURL: server.address })).newPage()
}

/** Follows an invitation under a name that somebody types. */
export async function comeIn(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await expect(page).not.toHaveURL(/#/)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Come in' }).click()
}

/** Opens what makes and revokes invitations, and makes one; gives its link. */
export async function invite(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const share = page.getByRole('dialog', { name: 'Share' })
  await share.getByRole('button', { name: 'Make a link' }).click()
  return share.getByLabel('The link', { exact: true }).inputValue()
}
