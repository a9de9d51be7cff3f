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

/** Waits until all have stored what they wrote and show the same; gives that text. */
export async function expectEqualText([first, ...others]: readonly [Page, ...Page[]]): Promise<string> {
  for (const page of [first, ...others]) await expectSaved(page)
  for (const other of others) {
    await expect(async () => expect(await textOf(other)).toBe(await textOf(first))).toPass({ timeout: 20_000 })
  }
  return textOf(first)
}

/** All that a page shows, however far one has to scroll: by itself `innerText` leaves out what is not laid out yet. */
function textOf(page: Page): Promise<string> {
  return minutesOf(page).evaluate((root: HTMLElement) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.minutes > * { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(sheet)
    const text = root.innerText
    document.adoptedStyleSheets.pop()
    return text
  })
}

/** Puts the caret behind the first place where `text` stands, and waits until the editor has taken notice. */
export async function caretAfter(page: Page, text: string): Promise<void> {
  await minutesOf(page).evaluate(async (root: Root, wanted) => {
    const find = (): readonly [Node, number] => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1
        if (at >= 0) return [node, at + wanted.length]
      }
      throw new Error(`"${wanted}" is not in the minutes`)
    }
    const { view } = root.editor
    const isAt = (node: Node, offset: number) =>
      view.hasFocus() && view.state.selection.head === view.posAtDOM(node, offset)
    // The editor takes the browser's selection over on a later selectionchange; what marks the line (a timebox, a
    // speaker) may draw it anew before that and take the selection along, so each try begins with what is there now.
    for (let tries = 0; tries < 100; tries++) {
      const [node, offset] = find()
      root.focus()
      node.parentElement?.scrollIntoView({ block: 'center' })
      getSelection()?.collapse(node, offset)
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (node.isConnected && isAt(node, offset)) return
    }
    throw new Error(`the editor did not take the caret to "${wanted}"`)
  }, text)
}

/** Where TipTap leaves the editor of an element. */
interface Root extends HTMLElement {
  readonly editor: { readonly view: View }
}

interface View {
  hasFocus(): boolean
  posAtDOM(node: Node, offset: number): number
  readonly state: { readonly selection: { readonly head: number } }
}

/** How often `text` stands in `whole`. */
export function count(whole: string, text: string): number {
  return whole.split(text).length - 1
}
