import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'
import { barOf, begin, CALL, checkIn, meet, openMeetingMenu, openNoteTaking, takeChair, takeNotes } from './live.ts'
import { caretAfter, count, expectEqualText, expectSaved, minutesOf, open } from './minutes.ts'

test.describe.configure({ timeout: 120_000 })

test('people check in by one tap, and stand in the minutes once each', async ({ server, ann, bob, cem }) => {
  await meet(server, CALL, ann, bob, cem)
  const attendees = minutesOf(ann).locator('ul').first().locator('li')
  await expect(attendees).toHaveCount(4)
  await bob.getByRole('button', { name: /^You are here/ }).click()
  await bob.getByRole('button', { name: 'I have to leave' }).click()
  await expect(attendees.filter({ hasText: 'Bob' })).toContainText(/left/)
  await bob.getByRole('button', { name: 'I’m back' }).click()
  await expect(bob.getByRole('button', { name: /^You are here/ })).toBeVisible()
  const text = await expectEqualText([ann, bob, cem])
  for (const name of ['Ann', 'Bob', 'Cem']) expect(count(text, name), name).toBe(1)
})

test('the agenda is run for everybody, and leads the note taker to the notes of each item', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: CALL })
  await Promise.all([open(ann, id), open(bob, id)])
  await takeNotes(ann)
  await begin(ann)
  await expect(barOf(bob)).toContainText(/1\/2\s*Welcome/)
  await expect(minutesOf(bob).locator('.item-open')).toHaveText(/^Welcome/)
  await expect(barOf(bob).getByRole('button', { name: 'Next' })).toHaveCount(0)

  await barOf(ann).getByRole('button', { name: 'Next' }).click()
  await expect(barOf(bob)).toContainText(/2\/2\s*Glossary/)
  await expect(barOf(bob)).toContainText('left')
  await expect(minutesOf(ann).getByRole('heading', { name: 'Glossary' })).toBeVisible()
  await minutesOf(ann).focus()
  // The editor puts the caret back a moment after it has the focus.
  await expect
    .poll(() => ann.evaluate(() => document.getSelection()?.anchorNode?.parentElement?.closest('li') != null))
    .toBe(true)
  await ann.keyboard.type('terms are hard')
  await expectSaved(ann)
  const file = await server.minutes(id)
  expect(file).toMatch(/### Glossary\n\n- terms are hard/)
})

test('the notes are handed over while both write, and all of it is there once', async ({ server, ann, bob }) => {
  const id = await meet(server, CALL, ann, bob)
  await takeNotes(ann)
  await barOf(bob).getByRole('button', { name: /Ann/ }).click()
  await bob.getByRole('button', { name: 'Take over from Ann' }).click()
  await bob.keyboard.press('Escape')
  await caretAfter(ann, 'hello')
  await caretAfter(bob, 'We write a glossary.')

  // Ann does not answer, so it happens between two letters; both go on for as long again.
  const isDone = async () =>
    (await barOf(ann)
      .getByRole('button', { name: /^Notes: Bob/ })
      .count()) > 0
  let more = 5
  const write = async (page: Page, letter: string): Promise<string> => {
    let written = ''
    while (more > 0) {
      const word = ` ${letter}${count(written, ' ') + 1}.`
      await page.keyboard.type(word, { delay: 20 })
      written += word
      if (page === ann && (await isDone())) more--
    }
    return written
  }
  const [first, second] = await Promise.all([write(ann, 'a'), write(bob, 'b')])
  await expect(barOf(bob).getByRole('button', { name: /Bob \(you\)/ })).toBeVisible()
  const text = await expectEqualText([ann, bob])
  expect(count(text, `hello${first}\n`), first).toBe(1)
  expect(count(text, `We write a glossary.${second}`), second).toBe(1)
  const file = await server.minutes(id)
  expect(file).toContain(`- Radu: hello${first}\n`)
  expect(file).toContain(`RESOLVED: We write a glossary.${second}\n`)
  for (const word of `${first}${second}`.trim().split(' ')) expect(count(file, ` ${word}`), word).toBe(1)
  expect(text).toMatch(/Note takers?:? ?.*Ann/)
})

test('a raised hand is called, and the name stands at the note taker’s caret', async ({ server, ann, bob }) => {
  await meet(server, CALL, ann, bob)
  await takeNotes(ann)
  await caretAfter(ann, 'hello')
  await barOf(bob).getByRole('button', { name: 'Raise a hand' }).click()
  await bob.getByRole('button', { name: 'Reply to this' }).click()
  await bob.keyboard.press('Escape')
  await barOf(ann)
    .getByRole('button', { name: /1 waits to speak/ })
    .click()
  await ann.getByRole('button', { name: 'Call Bob' }).click()
  await expect(minutesOf(ann).getByRole('listitem').filter({ hasText: /^Bob:/ })).toBeVisible()
  await expectEqualText([ann, bob])
})

test('the end shows what is missing, freezes the minutes, and a chair opens them again', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: `${CALL}\nACTION: seed the file\n` })
  await Promise.all([open(ann, id), open(bob, id)])
  await checkIn(ann)
  await takeChair(ann)
  await barOf(ann).getByRole('button', { name: 'Begin' }).click()
  await openMeetingMenu(ann)
  await ann.getByRole('button', { name: 'End the meeting …' }).click()
  const dialog = ann.getByRole('dialog', { name: 'End the meeting' })
  await expect(dialog).toContainText('No owner: seed the file')
  await expect(dialog).toContainText('Not reached: Glossary')
  await dialog.getByRole('button', { name: 'End it all the same' }).click()
  for (const page of [ann, bob]) {
    await expect(minutesOf(page)).toHaveAttribute('contenteditable', 'false')
    await expect(page.getByText('The minutes are closed')).toBeVisible()
  }
  await openMeetingMenu(ann)
  await ann.getByRole('button', { name: 'Open the meeting again' }).click()
  await expect(minutesOf(bob)).toHaveAttribute('contenteditable', 'true')
})

test('the projector shows the item, the queue and the vote, and follows who takes notes', async ({
  server,
  ann,
  bob,
}) => {
  const filler = Array.from({ length: 80 }, (_, index) => `- line ${index}`).join('\n')
  const id = await server.meeting({ markdown: `${CALL}\n${filler}\n\nthe end\n` })
  await open(ann, id)
  await checkIn(ann)
  await takeNotes(ann)
  await bob.setViewportSize({ width: 1600, height: 900 })
  await bob.goto(`/meetings/${id}/projector`)
  const now = bob.getByRole('complementary', { name: 'Now' })
  await begin(ann)
  await expect(now.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  await expect(bob.getByText('the end')).not.toBeInViewport()
  await caretAfter(ann, 'the end')
  await expect(bob.getByText('the end')).toBeInViewport()
  await expect(minutesOf(bob)).toHaveAttribute('contenteditable', 'false')
  await ann.getByRole('button', { name: /^1 person here/ }).waitFor()
})

test('a chair says who may write, and others read on from that moment', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: CALL })
  await Promise.all([open(ann, id), open(bob, id)])
  await checkIn(bob)
  await takeChair(ann)
  await openMeetingMenu(ann)
  await ann.getByRole('radio', { name: /^Note takers edit/ }).click()
  await expect(bob.getByText('The note takers and the chair write')).toBeVisible()
  await expect(minutesOf(bob)).toHaveAttribute('contenteditable', 'false')
  await expect(minutesOf(ann)).toHaveAttribute('contenteditable', 'true')
  await ann.getByRole('radio', { name: /^Open floor/ }).click()
  await expect(minutesOf(bob)).toHaveAttribute('contenteditable', 'true')
})

test('whoever may no longer write keeps what they wrote while they were away', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: CALL })
  await Promise.all([open(ann, id), open(bob, id)])
  await takeChair(ann)
  await caretAfter(bob, 'hello')
  await bob.context().setOffline(true)
  await expect(bob.getByText(/^Offline/)).toBeVisible({ timeout: 20_000 })
  await bob.keyboard.type(' from far away')
  await openMeetingMenu(ann)
  await ann.getByRole('radio', { name: /^Note takers edit/ }).click()
  await expect(ann.getByRole('radio', { name: /^Note takers edit/ })).toBeChecked()
  await bob.context().setOffline(false)
  await expect(bob.getByText('You may no longer write here.')).toBeVisible({ timeout: 20_000 })
  await bob.getByRole('button', { name: 'Copy my text' }).click()
  await expect(bob.getByText('Copied.')).toBeVisible()
  expect(await bob.evaluate(() => navigator.clipboard.readText())).toContain('hello from far away')
  await expect(minutesOf(ann)).not.toContainText('far away')
})

test('over three meetings of a group the rotation proposes whoever took notes longest ago', async ({
  server,
  ann,
  bob,
  cem,
}) => {
  for (const [date, name] of [
    ['6 April 2027', 'Ann'],
    ['13 April 2027', 'Cem'],
    ['20 April 2027', 'Bob'],
  ] as const) {
    const people = '## Attendees\n\n- Ann\n- Bob\n- Cem\n'
    await server.meeting({ markdown: `# SIG Registries, ${date}\n\nNote taker: ${name}\n\n${people}` })
  }
  await meet(server, CALL, ann, bob, cem)
  await openNoteTaking(bob)
  await expect(bob.getByText('Next in line: Ann')).toContainText('last took notes 6 Apr')
  await openNoteTaking(ann)
  await ann.getByRole('button', { name: 'Pass to the next' }).click()
  await expect(bob.getByText('Next in line: Cem')).toContainText('last took notes 13 Apr')
})
