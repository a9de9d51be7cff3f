import type { Page } from '@playwright/test'

import { expect, guest, PHONE, test } from './fixtures.ts'
import {
  askToOpenVote,
  barOf,
  begin,
  callForConsent,
  checkIn,
  choiceOf,
  countVotes,
  openMeetingMenu,
  openNoteTaking,
  openVote,
  stackOf,
  stateOutcome,
  takeChair,
  takeNotes,
} from './live.ts'
import { caretAfter, count, expectEqualText, expectSaved, minutesOf, open } from './minutes.ts'

const CALL = `# SIG Registries, 27 April 2027

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

test.describe.configure({ timeout: 120_000 })

test('people check in by one tap, and stand in the minutes once each', async ({ server, ann, bob, cem }) => {
  const id = await server.meeting({ markdown: CALL })
  await Promise.all([open(ann, id), open(bob, id), open(cem, id)])
  await Promise.all([checkIn(ann), checkIn(bob), checkIn(cem)])
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

test('a consent call, an objection, a vote, an outcome, and the table in the file', async ({
  server,
  ann,
  bob,
  cem,
}) => {
  const id = await server.meeting({ markdown: CALL })
  await Promise.all([open(ann, id), open(bob, id), open(cem, id)])
  await Promise.all([checkIn(ann), checkIn(bob), checkIn(cem)])
  await takeNotes(ann)
  await barOf(ann).getByRole('button', { name: 'Begin' }).click()

  await caretAfter(ann, 'We write a glossary.')
  await callForConsent(ann)
  for (const page of [ann, bob, cem]) {
    await expect(stackOf(page)).toContainText('We write a glossary.')
    await expect(stackOf(page)).toContainText('until silence is consent')
  }

  await stackOf(bob).getByRole('button', { name: 'I object' }).click()
  await choiceOf(ann, 'Strongly in favour').click()
  await choiceOf(cem, 'In favour').click()
  await choiceOf(bob, 'Against').click()
  await stackOf(bob).getByLabel('Say why, if you like').fill('There is one already.')
  await stackOf(bob).getByRole('button', { name: 'Send it to the minutes' }).click()
  await expect(stackOf(ann)).toContainText('3 of 3 voted')

  await stateOutcome(await countVotes(ann), 'Consensus', 'We go ahead.')
  await expect(stackOf(cem)).toContainText('Consensus: We go ahead.')

  await expect(minutesOf(cem).getByRole('table')).toBeVisible()
  await expectEqualText([ann, bob, cem])
  const file = await server.minutes(id)
  expect(file.replaceAll(/ +/g, ' ')).toContain('| SF | F | N | A | SA |')
  expect(file.replaceAll(/ +/g, ' ')).toContain('| 1 | 1 | 0 | 1 | 0 |')
  expect(file).toContain('There is one already.')
})

test('eight people vote at once, each counted once, and nobody’s page holds the vote of another', async ({
  server,
  ann,
  browser,
}) => {
  const id = await server.meeting({ markdown: CALL })
  await open(ann, id)
  await takeNotes(ann)
  const names = ['Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal']
  const others = await Promise.all(names.map((name) => guest(name, browser, server)))
  const frames: string[] = []
  others[0]?.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(payload.toString('latin1'))),
  )
  for (const page of others) await page.goto(`/meetings/${id}`)
  await caretAfter(ann, 'We write a glossary.')
  const dialog = await askToOpenVote(ann)
  await dialog.getByLabel('The question').fill('Do we?')
  await dialog.getByLabel(/^Secret/).check()
  await dialog.getByRole('button', { name: 'Open the vote' }).click()
  await Promise.all(others.map((page) => choiceOf(page, 'In favour').click()))
  await choiceOf(ann, 'Strongly against').click()
  await others[1]?.keyboard.press('Escape')
  await expect(stackOf(ann)).toContainText('8 of 8 voted')
  await stateOutcome(await countVotes(ann), 'More work is needed')
  for (const page of [ann, ...others]) {
    await expect(stackOf(page).getByRole('list').first()).toHaveText(/SF0\s*F7\s*N0\s*A0\s*SA1/)
  }
  // Each page is told its own choice, and of the others only that they voted.
  const told = frames.join('\n')
  expect(told).toContain('"ballots":{')
  expect(told).not.toMatch(/"choice":/)
  await Promise.all(others.map((page) => page.context().close()))
})

test('a vote is cast on a phone within five seconds of its opening', async ({ server, ann, browser }) => {
  const id = await server.meeting({
    markdown:
      '# Call\n\n**POLL: Advance to phase 2?**\n\n| SF | F | N | A | SA |\n| -- | - | - | - | -- |\n|    |   |   |   |    |\n',
  })
  await open(ann, id)
  await takeNotes(ann)
  const dan = await guest('Dan', browser, server, PHONE)
  await dan.goto(`/meetings/${id}`)
  await expect(dan.getByRole('button', { name: 'I’m here' })).toBeVisible()

  await caretAfter(ann, 'Advance to phase 2?')
  await openVote(ann)
  const opened = Date.now()
  await choiceOf(dan, 'In favour').tap()
  await expect(choiceOf(dan, 'In favour')).toBeChecked()
  await expect(stackOf(ann)).toContainText('1 of 1 voted')
  const took = Date.now() - opened
  test.info().annotations.push({ type: 'measured', description: `vote cast and counted after ${took} ms` })
  expect(took).toBeLessThan(5_000)

  // The question is locked meanwhile, whatever somebody types there.
  await expect(minutesOf(ann).locator('.question-locked')).toHaveText('POLL: Advance to phase 2?')
  await caretAfter(ann, 'Advance to')
  await ann.keyboard.type('x')
  await expect(minutesOf(ann)).toContainText('Advance to phase 2?')
  await dan.context().close()
})

test('the notes are handed over while both write, and all of it is there once', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: CALL })
  await Promise.all([open(ann, id), open(bob, id)])
  await Promise.all([checkIn(ann), checkIn(bob)])
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
  const id = await server.meeting({ markdown: CALL })
  await Promise.all([open(ann, id), open(bob, id)])
  await Promise.all([checkIn(ann), checkIn(bob)])
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
  const id = await server.meeting({ markdown: CALL })
  await Promise.all([open(ann, id), open(bob, id), open(cem, id)])
  await Promise.all([checkIn(ann), checkIn(bob), checkIn(cem)])
  await openNoteTaking(bob)
  await expect(bob.getByText('Next in line: Ann')).toContainText('last took notes 6 Apr')
  await openNoteTaking(ann)
  await ann.getByRole('button', { name: 'Pass to the next' }).click()
  await expect(bob.getByText('Next in line: Cem')).toContainText('last took notes 13 Apr')
})
