import type { Page } from '@playwright/test'
import { read } from '@plenary/shared/document'
import { printWrapped } from '@plenary/shared/markdown'

import { expect } from './fixtures.ts'
import { expectSaved, minutesOf } from './minutes.ts'
import type { TestServer } from './server.ts'
import { join } from './stock-client.ts'

/**
 * Waits until all have stored what they wrote, and have the same minutes as the server to the last attribute: the document of
 * each page, what its editor makes of it, and the words in each block of its screen. The server's file says the same, too.
 */
export async function expectAgreement(
  server: TestServer,
  id: string,
  pages: readonly Page[],
  imported: string,
): Promise<void> {
  const { content, leave } = await join(server, id)
  const { doc } = content
  if (doc === null) throw new Error('what was joined is a document')
  await expect(async () => {
    for (const page of pages) await expectSaved(page)
    const sights = await Promise.all(pages.map(sightOf))
    for (const { document, minutes, blocks, shown } of sights) {
      expect(document).toBe(content.toJSON())
      expect(minutes).toBe(sights[0]?.minutes)
      expect(shown).toEqual(blocks)
    }
    expect(await server.minutes(id)).toBe(printWrapped(read(doc), { base: imported }).text)
  }).toPass({ timeout: 20_000 })
  leave()
}

/** The minutes in one page, at one moment, on their way from Yjs to the screen. */
interface Sight {
  readonly document: string
  /** All that the editor has, as JSON. */
  readonly minutes: string
  /** The text of each block as the editor has it. */
  readonly blocks: readonly string[]
  /** And as it stands on the screen, or would if one scrolled there. */
  readonly shown: readonly string[]
}

function sightOf(page: Page): Promise<Sight> {
  return minutesOf(page).evaluate((root: Root) => {
    const { state, storage } = root.editor
    return {
      document: storage.collaboration.binding.root.toJSON(),
      minutes: JSON.stringify(state.doc, null, 1),
      blocks: state.doc.children.map(({ textContent }) => textContent),
      // A caret between two blocks is drawn as an element of its own.
      shown: Array.from(root.querySelectorAll(':scope > :not(.ProseMirror-widget)'), ({ textContent }) => textContent),
    }
  })
}

/** Where TipTap leaves the editor of an element. */
interface Root extends HTMLElement {
  readonly editor: Editor
}

/** And the binding its document. */
interface Editor {
  readonly state: { readonly doc: { readonly children: readonly { readonly textContent: string }[] } }
  readonly storage: { readonly collaboration: { readonly binding: { readonly root: { toJSON(): string } } } }
}
