import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test'

/** The line below the header. */
export function barOf(page: Page): Locator {
  return page.getByRole('region', { name: 'The meeting now' })
}

/** Where votes and calls are for everybody. */
export function stackOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Votes and calls' })
}

export async function checkIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I’m here' }).click()
  await expect(page.getByRole('button', { name: /^You are here/ })).toBeVisible({ timeout: 30_000 })
}

/** Takes the notes of a meeting that nobody takes notes of, which lets one run it. */
export async function takeNotes(page: Page): Promise<void> {
  await barOf(page)
    .getByRole('button', { name: /^Nobody takes notes/ })
    .click()
  await page.getByRole('button', { name: 'Take notes', exact: true }).click()
  await expect(barOf(page).getByRole('button', { name: /\(you\)/ })).toBeVisible()
  await page.keyboard.press('Escape')
}

/** Makes somebody the chair, as anybody on one's own server may who is first. */
export async function takeChair(page: Page): Promise<void> {
  await barOf(page).getByRole('button', { name: 'Meeting', exact: true }).click()
  await page.getByRole('button', { name: 'Take the chair' }).click()
  await expect(page.getByRole('group', { name: 'Who may write' })).toBeVisible()
  await page.keyboard.press('Escape')
}

/** A vote of this page's person, in whole words. */
export function choiceOf(page: Page, words: string): Locator {
  return stackOf(page).getByRole('radio', { name: new RegExp(`^${words}`) })
}

/** Somebody more, with a name that their browser remembers. */
export async function guest(
  browser: Browser,
  baseURL: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...options, baseURL })
  await context.addInitScript(
    (json) => localStorage.setItem('plenary:person', json),
    JSON.stringify({ id: name, name }),
  )
  return context.newPage()
}

/** Whoever runs the vote counts it, and is then asked what it means. */
export async function countVotes(page: Page): Promise<Locator> {
  await stackOf(page).getByRole('button', { name: 'Close the vote' }).click()
  const dialog = page.getByRole('dialog', { name: 'Close the vote' })
  await dialog.getByRole('button', { name: 'Count the votes' }).click()
  await expect(dialog.getByText('What is the outcome?')).toBeVisible()
  return dialog
}

export async function stateOutcome(dialog: Locator, outcome: string, sentence = ''): Promise<void> {
  await dialog.getByRole('radio', { name: outcome, exact: true }).check()
  await dialog.getByLabel('In a sentence').fill(sentence)
  await dialog.getByRole('button', { name: 'State the outcome' }).click()
}
