import type { Locator, Page } from '@playwright/test'

import { expect } from './fixtures.ts'
import { open } from './minutes.ts'

/** Minutes in which everything is that the overview shows. */
export const FILE = `# Harbour Group: weekly call

Date: 2027-04-27

## Attendees

- Till Berger (TB), Dockworks
- Radu Ionescu (RI), Quayside
- Lena Marsh (LM), Dockworks

## Agenda

- Glossary (10 minutes)
- Crane driver (15 minutes)

## Notes

RI: A lot of terminology has come together.

TB: Where would it live?

MW: In the handbook.

RI: Nobody finds it there.

MW: Then beside it.

TB: I like that.

${'A line of talk that takes up room on the screen.\n\n'.repeat(40)}RESOLVED: The glossary lives in the repository.

## Action items

- [ ] @Radu: seed glossary.md
- [ ] @Till: ask the foundation
- [ ] collect the user stories
`

/** The overview: beside the text on a wide screen, a sheet on a phone. */
export function overviewOf(page: Page): Locator {
  return page
    .getByRole('complementary', { name: 'Overview' })
    .or(page.getByRole('dialog', { name: 'Overview' }))
    .filter({ visible: true })
}

/** A list in it. */
export const listOf = (page: Page, name: string): Locator => overviewOf(page).getByRole('list', { name, exact: true })

/** With so much room that the overview stands beside the text. */
export async function openWide(page: Page, id: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await open(page, id)
  await expect(overviewOf(page)).toBeVisible()
}
