import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { expect, type Page } from '@playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly target: readonly string[] }[]
  }[]
}

/** What axe-core finds against WCAG 2.2 AA and its own best practices, one line each. */
export async function complaints(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own Content-Security-Policy forbids inline scripts.
  await page.evaluate(AXE)
  await settle(page)
  return page.evaluate(async () => {
    // Where axe puts itself; it has no module that a page could import.
    const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<AxeResult> } }).axe.run()
    const isWritable = (selector: string) => document.querySelector(selector)?.closest('[contenteditable=true]') != null
    return violations.flatMap(({ id, nodes }) =>
      nodes
        // axe does not know that a caret scrolls the box that it is in.
        .filter(({ target: [box = ''] }) => id !== 'scrollable-region-focusable' || !isWritable(box))
        .map(({ html }) => `${id}: ${html}`),
    )
  })
}

/** Ends what is on its way from one colour to another: halfway, as after a change of the scheme, contrasts are nobody's design. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A change of the scheme begins its transitions with the next frame, and what ends may begin others.
    for (let quiet = 0; quiet < 2;) {
      await new Promise((drawn) => requestAnimationFrame(drawn))
      const running = document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      for (const animation of running) animation.finish()
      quiet = running.length === 0 ? quiet + 1 : 0
    }
  })
}

/**
 * Nothing is wrong with what a page shows, in light and dark, and nothing sticks out of it. `PLENARY_SHOTS` names a folder for pictures.
 * The narrowest page has no colours of its own.
 */
export async function expectFine(page: Page, where: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  for (const colorScheme of width > 320 ? (['light', 'dark'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme })
    expect(await complaints(page), `${where}, ${colorScheme}`).toEqual([])
    const shots = process.env['PLENARY_SHOTS']
    if (shots === undefined) continue
    await page.screenshot({ path: `${shots}/${where.replaceAll(' ', '-')}-${colorScheme}.png` })
  }
  expect(await page.evaluate(() => document.scrollingElement?.scrollWidth), `${where}: width`).toBeLessThanOrEqual(
    width,
  )
}
