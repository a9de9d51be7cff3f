import { expect, test } from './fixtures.ts'
import { caretAfter, expectEqualText, minutesOf, open } from './minutes.ts'

const MINUTES = `# Weekly call

A paragraph of one who speaks.

- first point
- second point
- third point

| Name | Vote |
| ---- | ---- |
| Ada  |      |
| Bo   |      |
`

test('two people type at the same instant into the same paragraph, and both texts are whole', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: MINUTES })
  await Promise.all([open(ann, id), open(bob, id)])
  await caretAfter(ann, 'A paragraph')
  await caretAfter(bob, 'who speaks')
  await Promise.all([
    ann.keyboard.type(' [from the left side of the line]', { delay: 12 }),
    bob.keyboard.type(' [from the right side of the line]', { delay: 12 }),
  ])
  const text = await expectEqualText([ann, bob])
  expect(text).toContain(
    'A paragraph [from the left side of the line] of one who speaks [from the right side of the line].',
  )
  expect(await server.minutes(id)).toBe(
    MINUTES.replace(
      'A paragraph of one who speaks.',
      'A paragraph [from the left side of the line] of one who speaks [from the right side of the line].',
    ),
  )
})

test('three people type at the same instant into one paragraph, and then into one table', async ({
  server,
  ann,
  bob,
  cem,
}) => {
  const id = await server.meeting({ markdown: MINUTES })
  const pages = [ann, bob, cem] as const
  await Promise.all(pages.map((page) => open(page, id)))
  await Promise.all([caretAfter(ann, 'A paragraph'), caretAfter(bob, 'of one'), caretAfter(cem, 'who speaks')])
  await Promise.all(pages.map((page, at) => page.keyboard.type(` [words of number ${at + 1}]`, { delay: 10 })))
  await expectEqualText(pages)
  await Promise.all([caretAfter(ann, 'Name'), caretAfter(bob, 'Ada'), caretAfter(cem, 'Bo')])
  await Promise.all(pages.map((page, at) => page.keyboard.type(` (${at + 1} was here)`, { delay: 10 })))
  await expectEqualText(pages)
  const exported = await server.minutes(id)
  expect(exported).toContain(
    '\nA paragraph [words of number 1] of one [words of number 2] who speaks [words of number 3].\n',
  )
  for (const cell of ['Name (1 was here)', 'Ada (2 was here)', 'Bo (3 was here)'])
    expect(exported).toContain(`| ${cell} `)
})

test('three people add items to one list at once, and every item is there once', async ({ server, ann, bob, cem }) => {
  const id = await server.meeting({ markdown: MINUTES })
  await Promise.all([open(ann, id), open(bob, id), open(cem, id)])
  await caretAfter(ann, 'first point')
  await caretAfter(bob, 'second point')
  await caretAfter(cem, 'third point')
  await Promise.all(
    [ann, bob, cem].map(async (page, index) => {
      await page.keyboard.press('Enter')
      await page.keyboard.type(`said by number ${index + 1}`, { delay: 10 })
    }),
  )
  await expectEqualText([ann, bob, cem])
  expect(await server.minutes(id)).toBe(
    MINUTES.replace(
      '- first point\n- second point\n- third point\n',
      '- first point\n- said by number 1\n- second point\n- said by number 2\n- third point\n- said by number 3\n',
    ),
  )
})

test('two people fill two cells of one table at once', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: MINUTES })
  await Promise.all([open(ann, id), open(bob, id)])
  await caretAfter(ann, 'Ada')
  await caretAfter(bob, 'Bo')
  await Promise.all([ann.keyboard.press('Tab'), bob.keyboard.press('Tab')])
  await Promise.all([ann.keyboard.type('for', { delay: 20 }), bob.keyboard.type('against', { delay: 20 })])
  await expectEqualText([ann, bob])
  const exported = await server.minutes(id)
  expect(exported).toMatch(/^\| Ada +\| for +\|$/m)
  expect(exported).toMatch(/^\| Bo +\| against +\|$/m)
})

test('two carets in one new line: what one types is not torn apart by the other', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: '# Call\n' })
  await Promise.all([open(ann, id), open(bob, id)])
  await caretAfter(ann, 'Call')
  await ann.keyboard.press('Enter')
  await expect(minutesOf(bob).locator('> *')).toHaveCount(2)
  await minutesOf(bob).locator('> *').nth(1).click()
  await ann.keyboard.type('test', { delay: 40 })
  await expect(minutesOf(bob)).toContainText('test')
  await bob.keyboard.type('X')
  await expectEqualText([ann, bob])
  expect(['testX', 'Xtest']).toContain((await minutesOf(ann).locator('> *').nth(1).innerText()).trim())
})

test('two carets in one empty code block: both can type there', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: 'Above\n\n```\n```\n\nBelow\n' })
  await Promise.all([open(ann, id), open(bob, id)])
  await minutesOf(ann).locator('pre').click()
  await minutesOf(bob).locator('pre').click()
  await ann.keyboard.type('let a', { delay: 30 })
  await expect(minutesOf(bob).locator('pre code')).toHaveText('let a')
  await bob.keyboard.press('End')
  await bob.keyboard.type(' = 1', { delay: 30 })
  await expectEqualText([ann, bob])
  expect(await server.minutes(id)).toBe('Above\n\n```\nlet a = 1\n```\n\nBelow\n')
})

test('undo takes back only what one wrote oneself', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: MINUTES })
  await Promise.all([open(ann, id), open(bob, id)])
  await caretAfter(ann, 'first point')
  await ann.keyboard.type(' of Ann')
  await caretAfter(bob, 'second point')
  await bob.keyboard.type(' of Bob')
  await expect(minutesOf(ann)).toContainText('of Bob')
  for (let times = 0; times < 5; times++) await ann.keyboard.press('Control+z')
  await expectEqualText([ann, bob])
  expect(await server.minutes(id)).toBe(MINUTES.replace('second point', 'second point of Bob'))
})

test('everybody sees who is here and where the others write', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: MINUTES })
  await Promise.all([open(ann, id), open(bob, id)])
  await caretAfter(bob, 'third point')
  await bob.keyboard.type('!')
  await expect(ann.getByRole('button', { name: /2 people/ })).toBeVisible()
  const caret = ann.locator('.caret', { hasText: 'Bob' }).locator('.caret-line')
  await expect(caret).toBeVisible()
  // Where a caret is, is said ten times a second at most: for a moment it may still stand where Bob began.
  const distance = async () => {
    const box = await caret.boundingBox()
    const line = await minutesOf(ann).getByText('third point!').boundingBox()
    return Math.abs((box?.y ?? 0) - (line?.y ?? 1000))
  }
  await expect.poll(distance, { timeout: 2000 }).toBeLessThan(40)
})
