import { expect, type Locator, type Page } from '@playwright/test'

/** The text of the meeting that `page` shows. */
export function minutesOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Minutes', exact: true })
}

/** Opens a meeting and waits until it can be written in. */
export async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(`/meetings/${id}`)
  const minutes = minutesOf(page)
  await expect(minutes).toBeVisible()
  await expectSaved(page)
  return minutes
}

/** The panel with the exported file: beside the text on a wide screen, a sheet on a phone. */
export function exportOf(page: Page): Locator {
  return page
    .getByRole('complementary', { name: 'Export' })
    .or(page.getByRole('dialog', { name: 'Export' }))
    .filter({ visible: true })
}

/** The words in the header, which are on every page and at every width. */
export function savingOf(page: Page): Locator {
  return page.locator('.saving')
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(savingOf(page)).toHaveText('Saved', { timeout: 20_000 })
}

/** Puts the caret behind the first place where `text` stands. */
export async function caretAfter(page: Page, text: string): Promise<void> {
  await minutesOf(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      ;(root as HTMLElement).focus()
      node.parentElement?.scrollIntoView({ block: 'center' })
      getSelection()?.collapse(node, at + wanted.length)
      return
    }
    throw new Error(`"${wanted}" is not in the minutes`)
  }, text)
  // The editor takes the browser's selection over on the next selectionchange.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
}

/** How often `text` stands in `whole`. */
export function count(whole: string, text: string): number {
  return whole.split(text).length - 1
}
