import { expect, type Locator, type Page } from '@playwright/test'

import { open } from './minutes.ts'
import type { TestServer } from './server.ts'

/** Minutes of a call that is about to begin. */
export const CALL = `# SIG Registries, 27 April 2027

## Attendees

- Radu Ionescu, Quayside

## Agenda

- Welcome (5 minutes)
- Glossary (10 minutes)

## Notes

### Welcome

- Radu: hello

RESOLVED: We write a glossary.
`

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

/** Makes a meeting with these minutes, which all of them have open and are here for; gives its id. */
export async function meet(server: TestServer, markdown: string, ...pages: readonly Page[]): Promise<string> {
  const id = await server.meeting({ markdown })
  await Promise.all(pages.map((page) => open(page, id)))
  await Promise.all(pages.map(checkIn))
  return id
}

/** What can be done about who takes notes, while nobody does. */
export async function openNoteTaking(page: Page): Promise<void> {
  await barOf(page)
    .getByRole('button', { name: /^Nobody takes notes/ })
    .click()
}

/** Takes the notes of a meeting that nobody takes notes of, which lets one run it. */
export async function takeNotes(page: Page): Promise<void> {
  await openNoteTaking(page)
  await page.getByRole('button', { name: 'Take notes', exact: true }).click()
  await expect(barOf(page).getByRole('button', { name: /\(you\)/ })).toBeVisible()
  await page.keyboard.press('Escape')
}

/** What whoever runs the meeting does now and then. */
export async function openMeetingMenu(page: Page): Promise<void> {
  await barOf(page).getByRole('button', { name: 'Meeting', exact: true }).click()
}

/** Makes somebody the chair, as anybody on one's own server may who is first. */
export async function takeChair(page: Page): Promise<void> {
  await openMeetingMenu(page)
  await page.getByRole('button', { name: 'Take the chair' }).click()
  await expect(page.getByRole('group', { name: 'Who may write' })).toBeVisible()
  await page.keyboard.press('Escape')
}

/** Begins, and opens the first item of the agenda. */
export async function begin(page: Page): Promise<void> {
  await barOf(page).getByRole('button', { name: 'Begin' }).click()
  await barOf(page).getByRole('button', { name: 'Open the first' }).click()
}

/** Calls for consent on the caret's line in three actions: the line's menu, its letter, Enter. */
export async function callForConsent(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: 'Call for consent' })).toBeVisible()
  await page.keyboard.press('Enter')
}

/** Asks on what terms the vote on the caret's line is opened. */
export async function askToOpenVote(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.press('o')
  return page.getByRole('dialog', { name: 'Open the vote' })
}

/** Opens the vote that the caret's line asks for. */
export async function openVote(page: Page): Promise<void> {
  const dialog = await askToOpenVote(page)
  await dialog.getByRole('button', { name: 'Open the vote' }).click()
}

/** A vote of this page's person, in whole words. */
export function choiceOf(page: Page, words: string): Locator {
  return stackOf(page).getByRole('radio', { name: new RegExp(`^${words}`) })
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
  await expect(dialog).toBeHidden()
}
