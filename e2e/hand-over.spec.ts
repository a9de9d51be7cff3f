import type { Locator, Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { barOf, checkIn, meet, stackOf } from './live.ts'
import { caretAfter, expectEqualText, minutesOf, open } from './minutes.ts'

const CALL = '# Call\n\n## Attendees\n\n- Radu Ionescu\n\n## Notes\n\nhello\n'

test.describe.configure({ timeout: 120_000 })

/** Who takes notes, as a page says it to everybody. */
function takerOn(page: Page): Locator {
  return barOf(page).locator('.note-taking')
}

/** What somebody is asked, or waits for. */
function handoverOn(page: Page): Locator {
  return stackOf(page).locator('.handover-card').getByRole('heading')
}

/** With the caret in the text, as a note taker has it. */
async function pressF8(page: Page): Promise<void> {
  await caretAfter(page, 'hello')
  await page.keyboard.press('F8')
}

test('F8 takes the notes over: at once with the word of whoever has them, and after seconds without', async ({
  server,
  ann,
  bob,
}) => {
  await meet(server, CALL, ann, bob)
  await pressF8(ann)
  await expect(takerOn(ann)).toHaveText('Ann (you)')
  await expect(takerOn(bob)).toHaveText('Ann')

  await pressF8(bob)
  await expect(handoverOn(ann)).toHaveText('Bob would like to take the notes')
  await pressF8(ann)
  await expect(takerOn(bob)).toHaveText('Bob (you)')
  await expect(takerOn(ann)).toHaveText('Bob')
  await expect(handoverOn(ann)).toHaveCount(0)

  // Bob sees it coming, and says nothing.
  await pressF8(ann)
  await expect(handoverOn(bob)).toHaveText('Ann would like to take the notes')
  await expect(handoverOn(ann)).toHaveText('You take the notes over from Bob')
  await expect(takerOn(bob)).toHaveText('Bob (you)')
  await expect(takerOn(ann)).toHaveText('Ann (you)', { timeout: 20_000 })
  await expect(takerOn(bob)).toHaveText('Ann')
  // All of them stand in the minutes, once each.
  await expect(minutesOf(ann)).toContainText(/Note takers?:? ?.*Ann.*Bob/)
  await expectEqualText([ann, bob])
})

test('F8 of whoever takes the notes hands them to the next in line, who says no, lets it pass, or takes them by F8', async ({
  server,
  ann,
  bob,
  cem,
}) => {
  await meet(server, CALL, ann, bob, cem)
  await pressF8(ann)
  await expect(takerOn(cem)).toHaveText('Ann')

  await pressF8(ann)
  await expect(handoverOn(bob)).toHaveText('Ann hands the notes over to you')
  await expect(handoverOn(cem)).toHaveCount(0)
  await stackOf(bob).getByRole('button', { name: 'Not now' }).click()
  await expect(handoverOn(ann)).toHaveCount(0)
  await expect(takerOn(ann)).toHaveText('Ann (you)')

  await takerOn(bob).click()
  await bob.getByRole('button', { name: 'Pass to the next' }).click()
  await bob.keyboard.press('Escape')
  await takerOn(ann).click()
  await expect(ann.locator('.proposal')).toContainText('Next in line: Cem')
  await ann.keyboard.press('Escape')
  await pressF8(ann)
  await expect(handoverOn(cem)).toHaveText('Ann hands the notes over to you')
  await pressF8(cem)
  await expect(takerOn(cem)).toHaveText('Cem (you)')
  await expect(takerOn(ann)).toHaveText('Cem')
})

test('two who take notes at once are both shown to everybody', async ({ server, ann, bob, cem }) => {
  const id = await server.meeting({ markdown: CALL })
  await Promise.all([open(ann, id), open(bob, id), open(cem, id)])
  await Promise.all([checkIn(ann), checkIn(bob)])
  await pressF8(ann)
  await expect(takerOn(bob)).toHaveText('Ann')
  await takerOn(bob).click()
  await bob.getByRole('button', { name: 'Take notes as well' }).click()
  await bob.keyboard.press('Escape')
  await expect(takerOn(bob)).toHaveText('Ann, Bob (you)')
  await expect(takerOn(ann)).toHaveText('Ann (you), Bob')
  await expect(takerOn(cem)).toHaveText('Ann, Bob')
})
