import { expectFine } from './axe.ts'
import { expect, test } from './fixtures.ts'
import {
  barOf,
  begin,
  checkIn,
  choiceOf,
  openMeetingMenu,
  openNoteTaking,
  openVote,
  stackOf,
  stateOutcome,
  takeChair,
} from './live.ts'
import { caretAfter, open } from './minutes.ts'

const CALL = `# SIG Registries, 27 April 2027

## Attendees

- Radu Ionescu, Quayside

## Agenda

- Welcome (5 minutes)
- A glossary of everything that a registry may ever hold (10 minutes)

## Notes

ACTION: seed the file

**POLL: Advance to phase 2?**

| SF  | F   | N   | A   | SA  |
| --- | --- | --- | --- | --- |
|     |     |     |     |     |
`

const VIEWS = [
  { name: 'desktop', width: 1280, height: 800 },
  { name: 'small phone', width: 320, height: 640 },
] as const

test.describe.configure({ timeout: 180_000 })

for (const { name, ...viewport } of VIEWS) {
  test(`axe finds nothing on any screen of the live meeting, and all of it fits: ${name}`, async ({
    server,
    ann,
    bob,
  }) => {
    const isPhone = viewport.width < 700
    await ann.emulateMedia({ reducedMotion: 'reduce' })
    await ann.setViewportSize(viewport)
    const id = await server.meeting({ markdown: CALL })
    await Promise.all([open(ann, id), open(bob, id)])
    const part = isPhone ? ann.getByRole('navigation', { name: 'Your part' }) : barOf(ann)
    await expect(part.getByRole('button', { name: 'I’m here' })).toBeVisible()
    await expectFine(ann, `${name} before`)

    await takeChair(ann)
    await checkIn(ann)
    await checkIn(bob)
    await begin(ann)
    await barOf(ann).getByRole('button', { name: 'Next' }).click()
    await expect(barOf(ann)).toContainText('A glossary')
    await expectFine(ann, `${name} running`)

    const panels = [
      () => part.getByRole('button', { name: /^You are here/ }).click(),
      () => part.getByRole('button', { name: 'Raise a hand' }).click(),
      () => openNoteTaking(ann),
      () => barOf(ann).getByRole('button', { name: 'More about the agenda' }).click(),
      () => openMeetingMenu(ann),
    ]
    for (const [index, openPanel] of panels.entries()) {
      await openPanel()
      await expectFine(ann, `${name} panel ${index}`)
      await ann.keyboard.press('Escape')
    }

    for (const [button, dialog] of [
      ['Call for consent …', 'Call for consent'],
      ['Open a vote …', 'Open the vote'],
      ['Who is here …', 'Who is here'],
      ['End the meeting …', 'End the meeting'],
    ] as const) {
      await openMeetingMenu(ann)
      await ann.getByRole('button', { name: button }).click()
      await expect(ann.getByRole('dialog', { name: dialog })).toBeVisible()
      await expectFine(ann, `${name} ${dialog}`)
      await ann.keyboard.press('Escape')
    }
    await ann.getByRole('button', { name: 'Share', exact: true }).click()
    const share = ann.getByRole('dialog', { name: 'Share' })
    await share.getByRole('button', { name: 'Make a link' }).click()
    await expect(share.getByLabel('The link', { exact: true })).toBeVisible()
    await expect(share.getByRole('button', { name: /^Revoke/ })).toBeVisible()
    await expectFine(ann, `${name} share`)
    await ann.keyboard.press('Escape')

    await bob.getByRole('button', { name: 'Raise a hand' }).click()
    await bob.getByRole('button', { name: 'Point of order' }).click()
    await bob.keyboard.press('Escape')
    await caretAfter(ann, 'Advance to phase 2?')
    await openVote(ann)
    await choiceOf(ann, 'Against').click()
    await expect(stackOf(ann).getByLabel('Say why, if you like')).toBeVisible()
    await stackOf(ann).getByRole('button', { name: 'Count the room' }).click()
    await expectFine(ann, `${name} vote`)
    await stackOf(ann).getByRole('button', { name: 'Close the vote' }).click()
    const closing = ann.getByRole('dialog', { name: 'Close the vote' })
    await expectFine(ann, `${name} closing`)
    await closing.getByRole('button', { name: 'Count the votes' }).click()
    await expect(closing.getByText('What is the outcome?')).toBeVisible()
    await expectFine(ann, `${name} outcome`)
    await closing.getByRole('button', { name: 'Later' }).click()
    await expectFine(ann, `${name} counted`)
    await stackOf(ann).getByRole('button', { name: 'State the outcome' }).click()
    await stateOutcome(closing, 'No consensus')
    await expect(stackOf(ann)).toContainText('No consensus')
    await expectFine(ann, `${name} result`)
    await stackOf(ann).getByRole('button', { name: 'Put it away' }).click()

    await openMeetingMenu(ann)
    await ann.getByRole('button', { name: 'Call for consent …' }).click()
    const call = ann.getByRole('dialog', { name: 'Call for consent' })
    await call.getByLabel('What is to be agreed').fill('We write a glossary.')
    await call.getByRole('button', { name: 'Call for consent' }).click()
    await expect(stackOf(ann).getByRole('button', { name: 'I object' })).toBeVisible()
    await expectFine(ann, `${name} consent`)

    await bob.setViewportSize(viewport)
    await bob.goto(`/meetings/${id}/projector`)
    await expect(bob.getByRole('heading', { name: 'We write a glossary.' })).toBeVisible()
    await expectFine(bob, `${name} projector`)
  })
}

test('axe finds nothing where somebody is asked for their name, and on the page of an invitation', async ({
  server,
  browser,
}) => {
  const id = await server.meeting({ markdown: CALL })
  for (const { width, height } of VIEWS) {
    const context = await browser.newContext({ baseURL: server.address, viewport: { width, height } })
    const page = await context.newPage()
    await open(page, id)
    await page.getByRole('dialog', { name: 'Who is writing?' }).getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'I’m here' }).click()
    await expect(page.getByRole('dialog', { name: 'Say your name first' })).toBeVisible()
    await expectFine(page, `${width} name`)
    await page.goto('/invitation#nonsense')
    await expect(page.getByRole('button', { name: 'Come in' })).toBeVisible()
    await expectFine(page, `${width} invitation`)
    await context.close()
  }
})
