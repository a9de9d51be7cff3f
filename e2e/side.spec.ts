import { expect, test } from './fixtures.ts'
import { checkIn } from './live.ts'
import { caretAfter, expectSaved, minutesOf, open } from './minutes.ts'
import { FILE, listOf, openWide, overviewOf } from './overview.ts'

test('the overview lists what the minutes say', async ({ server, ann }) => {
  await openWide(ann, await server.meeting({ markdown: FILE }))
  await expect(listOf(ann, 'Action items').getByRole('listitem')).toHaveCount(3)
  await expect(listOf(ann, 'People').getByRole('listitem')).toHaveCount(3)
  await expect(listOf(ann, 'Decisions')).toContainText('The glossary lives in the repository.')
  await expect(listOf(ann, 'Outline and agenda')).toContainText('Crane driver')
  await expect(listOf(ann, 'Missing')).toContainText('collect the user stories')
  await expect(listOf(ann, 'Missing')).toContainText('MW')
})

test('a press on a row leads to its line, where one writes on', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: FILE })
  await openWide(ann, id)
  await listOf(ann, 'Action items').getByRole('button', { name: 'ask the foundation', exact: true }).click()
  await expect(minutesOf(ann).getByText('ask the foundation')).toBeInViewport()
  await expect(minutesOf(ann)).toBeFocused()
  await ann.keyboard.type(' today')
  await expectSaved(ann)
  expect(await server.minutes(id)).toBe(FILE.replace('ask the foundation', 'ask the foundation today'))
})

test('a press on a name that nobody knows offers to say who it is', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: FILE })
  await openWide(ann, id)
  await minutesOf(ann).locator('.mark-stranger', { hasText: 'MW' }).first().click()
  const question = ann.getByRole('region', { name: 'Who is “MW”?' })
  await question.getByRole('button', { name: 'Lena Marsh', exact: true }).click()
  await expect(question).toBeHidden()
  await expect(minutesOf(ann)).toBeFocused()
  await expectSaved(ann)
  expect(await server.minutes(id)).toBe(FILE.replaceAll('MW:', 'LM:'))
})

test('two windows see what the other does, in the text and beside it', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: FILE })
  await Promise.all([openWide(ann, id), openWide(bob, id)])
  await listOf(ann, 'Action items').getByRole('checkbox', { name: 'Done: ask the foundation' }).check()
  await expect(listOf(bob, 'Action items').getByRole('checkbox', { name: 'Done: ask the foundation' })).toBeChecked()

  await caretAfter(bob, 'ask the foundation')
  await bob.keyboard.press('Enter')
  await bob.keyboard.type('@Lena: book the room')
  const added = listOf(ann, 'Action items').getByRole('listitem').filter({ hasText: 'book the room' })
  await expect(added).toBeVisible()
  await added.getByRole('button', { name: 'book the room', exact: true }).click()
  await expect(minutesOf(ann)).toBeFocused()
})

test('a tick meant for one line never lands on another that took its place meanwhile', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: FILE })
  await Promise.all([openWide(ann, id), openWide(bob, id)])
  await expect(listOf(bob, 'Action items').getByRole('listitem')).toHaveCount(3)
  await caretAfter(ann, '## Action items'.slice(3))
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('First of all')
  await listOf(bob, 'Action items').getByRole('checkbox', { name: 'Done: ask the foundation' }).check()
  await Promise.all([expectSaved(ann), expectSaved(bob)])
  await expect
    .poll(() => server.minutes(id))
    .toBe(FILE.replace('## Action items\n', '## Action items\n\nFirst of all\n').replace('- [ ] @Till', '- [x] @Till'))
})

test('the export takes the place of the overview and gives it back', async ({ server, ann }) => {
  await openWide(ann, await server.meeting({ markdown: FILE }))
  await expect(overviewOf(ann)).toBeVisible()
  await ann.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(ann.getByRole('complementary', { name: 'Export' })).toBeVisible()
  await expect(overviewOf(ann)).toBeHidden()
  await ann.getByRole('button', { name: 'Close the export' }).click()
  await expect(overviewOf(ann)).toBeVisible()
})

test('closed, the overview stays closed when one comes again', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: FILE })
  await openWide(ann, id)
  await overviewOf(ann).getByRole('button', { name: 'Close the overview' }).click()
  await ann.reload()
  await expect(ann.getByRole('button', { name: /^Overview, \d+ missing$/ })).toBeVisible()
  await expect(overviewOf(ann)).toBeHidden()
})

test('everything can be reached by the keyboard', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: FILE })
  await openWide(ann, id)
  await minutesOf(ann).focus()
  await ann.keyboard.press('F6')
  await expect(overviewOf(ann).locator(':focus')).toHaveCount(1)
  await listOf(ann, 'Action items').getByRole('checkbox').first().focus()
  await ann.keyboard.press('ArrowDown')
  await ann.keyboard.press('Space')
  await ann.keyboard.press('Tab')
  await ann.keyboard.press('Enter')
  await expect(minutesOf(ann)).toBeFocused()
  await ann.keyboard.press('End')
  await ann.keyboard.type('!')
  await expectSaved(ann)
  expect(await server.minutes(id)).toBe(
    FILE.replace('- [ ] @Till: ask the foundation', '- [x] @Till: ask the foundation!'),
  )
})

test('on a phone the overview is a sheet, and a row leads from it to the line', async ({ server, ann }) => {
  await ann.setViewportSize({ width: 390, height: 844 })
  await open(ann, await server.meeting({ markdown: FILE }))
  await ann.getByRole('button', { name: /^Overview, \d+ missing$/ }).click()
  await listOf(ann, 'Missing')
    .getByRole('button', { name: /collect the user stories/ })
    .click()
  await expect(overviewOf(ann)).toBeHidden()
  await expect(minutesOf(ann).getByText('collect the user stories')).toBeInViewport()
})

test('on a phone one’s own action items come first, to be ticked by a thumb', async ({ server, browser }) => {
  const context = await browser.newContext({
    baseURL: server.address,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await context.addInitScript(() =>
    localStorage.setItem('plenary:person', JSON.stringify({ id: 't', name: 'Till Berger' })),
  )
  const till = await context.newPage()
  const id = await server.meeting({ markdown: FILE })
  await open(till, id)
  await checkIn(till)
  await till.getByRole('button', { name: /^Overview, \d+ missing$/ }).tap()
  const first = listOf(till, 'Action items').getByRole('listitem').first()
  await expect(first).toContainText('yours')
  const tick = first.locator('label').first()
  const box = await tick.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await tick.tap({ position: { x: 4, y: 22 } })
  await expect.poll(() => server.minutes(id)).toContain('- [x] @Till: ask the foundation')
  await context.close()
})
