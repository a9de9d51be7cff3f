import { expect as within, guest, PHONE, test } from './fixtures.ts'
import {
  barOf,
  begin,
  callForConsent,
  checkIn,
  choiceOf,
  countVotes,
  stackOf,
  stateOutcome,
  takeChair,
  takeNotes,
} from './live.ts'
import { caretAfter, count, expectEqualText, expectSaved, minutesOf, open } from './minutes.ts'

const WORDING = 'Tail calls advance to phase 3'

/** As the group writes before its call; nothing in it shows how a table of counts looks. */
const CALL = `## Agenda for the April 27th video call

## Agenda items

1. Tail calls (5 minutes)
1. Memory tagging (10 minutes)

## Meeting Notes

### Attendees

* Radu Ionescu

${WORDING}
`

/** Eight browsers on two cores are slow. */
const expect = within.configure({ timeout: 30_000 })

test.describe.configure({ timeout: 240_000 })

test('eight people check in, go through the agenda, and turn an objection into counts as Wasm groups print them', async ({
  server,
  ann,
  browser,
}) => {
  const id = await server.meeting({ markdown: CALL, style: 'wasm-cg' })
  const others = await Promise.all(['Bob', 'Cem', 'Dan', 'Eve'].map((name) => guest(name, browser, server)))
  const phones = await Promise.all(['Flo', 'Gus', 'Hal'].map((name) => guest(name, browser, server, PHONE)))
  const everybody = [ann, ...others, ...phones] as const
  const [bob] = others
  if (bob === undefined) throw new Error('Bob is not there')

  for (const page of everybody) await open(page, id)
  await Promise.all(everybody.map(checkIn))
  const attendees = minutesOf(ann).locator('ul').first().locator('li')
  await expect(attendees).toHaveCount(9)
  await takeNotes(ann)
  await takeChair(ann)

  await begin(ann)
  for (const page of everybody) await expect(barOf(page)).toContainText('Tail calls')
  await barOf(ann).getByRole('button', { name: 'Next' }).click()
  for (const page of everybody) await expect(barOf(page)).toContainText('Memory tagging')

  await caretAfter(ann, WORDING)
  await callForConsent(ann)
  for (const page of everybody) await expect(stackOf(page).getByRole('button', { name: 'I object' })).toBeVisible()
  await stackOf(bob).getByRole('button', { name: 'I object' }).click()

  for (const page of everybody) {
    await expect(stackOf(page).getByRole('radiogroup', { name: WORDING, exact: true }).getByRole('radio')).toHaveCount(
      5,
    )
  }
  const choices = [
    'Strongly in favour',
    'Against',
    'In favour',
    'In favour',
    'Neutral',
    'Strongly in favour',
    'Strongly in favour',
    'Strongly against',
  ]
  await Promise.all(everybody.map((page, index) => choiceOf(page, choices[index] ?? '').click()))
  await expect(stackOf(ann)).toContainText('8 of 8 voted')

  const dialog = await countVotes(ann)
  await expect(dialog.getByRole('list').first()).toHaveText(/SF3\s*F2\s*N1\s*A1\s*SA1/)
  for (const page of others) await expect(stackOf(page)).toContainText('The outcome is still to be stated.')
  await stateOutcome(dialog, 'Consensus', 'Phase 3 it is.')
  for (const page of everybody) {
    await expect(stackOf(page)).toContainText('Consensus: Phase 3 it is.')
    await expect(minutesOf(page).getByRole('table')).toBeVisible()
    await expectSaved(page)
  }
  await expectEqualText(everybody)

  const file = await server.minutes(id)
  expect(file).toContain(`\n${WORDING}\n\n|SF|F|N|A|SA|\n|--|-|-|-|--|\n|3|2|1|1|1|\n\nOutcome: consensus`)
  expect(count(file, '|SF|')).toBe(1)
  for (const name of ['Ann', 'Bob', 'Cem', 'Dan', 'Eve', 'Flo', 'Gus', 'Hal']) {
    expect(count(file, `\n* ${name}\n`), name).toBe(1)
  }
  await Promise.all([...others, ...phones].map((page) => page.context().close()))
})
