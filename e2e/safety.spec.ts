import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import * as Y from 'yjs'

import { expect, guest, test } from './fixtures.ts'
import { caretAfter, count, expectSaved, minutesOf, open, savingOf } from './minutes.ts'
import { PLENARY, run } from './process.ts'
import { TestServer } from './server.ts'
import { join as joinMeeting } from './stock-client.ts'

test('what is typed offline survives a reload and arrives when the network is back', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: '# Call\n\nOnline text.\n' })
  await Promise.all([open(ann, id), open(bob, id)])
  // What keeps the page itself for reloading has come with the first visit.
  await ann.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await ann.context().setOffline(true)
  await caretAfter(ann, 'Online text.')
  await ann.keyboard.type(' Offline text.')
  await expect(savingOf(ann)).toHaveText(/^Offline: your text is kept in this browser/)
  await caretAfter(bob, 'Call')
  await bob.keyboard.type(' of Bob')
  await expectSaved(bob)
  await expect(minutesOf(bob)).not.toContainText('Offline text.')

  await ann.reload()
  await expect(minutesOf(ann)).toContainText('Online text. Offline text.')
  await expect(savingOf(ann)).toHaveText(/^Offline: your text is kept in this browser/)
  await ann.keyboard.press('Tab')
  await ann.context().setOffline(false)

  await expectSaved(ann)
  await expect(minutesOf(bob)).toContainText('Online text. Offline text.')
  await expect(minutesOf(ann)).toContainText('Call of Bob')
  expect(await server.minutes(id)).toBe('# Call of Bob\n\nOnline text. Offline text.\n')
})

test('a server that is killed while people type loses nothing that anybody had seen', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: '# Call\n\nAnn:\n\nBob:\n' })
  await Promise.all([open(ann, id), open(bob, id)])
  const words = Array.from({ length: 60 }, (_, index) => `w${String(index).padStart(2, '0')}`)
  await caretAfter(ann, 'Ann:')
  await caretAfter(bob, 'Bob:')
  const typing = (async () => {
    for (const word of words) await ann.keyboard.type(` ${word}`, { delay: 5 })
  })()
  for (let round = 0; round < 3; round++) {
    await expect(minutesOf(bob)).toContainText(`w${String(round * 12 + 6).padStart(2, '0')}`)
    await server.kill()
    const seen = await minutesOf(bob).innerText()
    await server.start()
    // Before anybody's page has come back with its own copy, the server alone has all that Bob had seen.
    const stored = await server.minutes(id)
    for (const word of words.filter((each) => seen.includes(each))) expect(count(stored, word)).toBe(1)
    await bob.keyboard.type(` b${round}`)
  }
  await typing
  await expectSaved(ann)
  await expectSaved(bob)
  expect(await server.minutes(id)).toBe(`# Call\n\nAnn: ${words.join(' ')}\n\nBob: b0 b1 b2\n`)
})

test('a page that is closed and opened anew after a restart shows the same minutes', async ({ server, ann }) => {
  const id = await server.meeting({ title: 'Board' })
  const minutes = await open(ann, id)
  await caretAfter(ann, 'Board')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('Kept.')
  await expectSaved(ann)
  await ann.close()
  await server.restart()
  expect(await server.minutes(id)).toBe('# Board\n\nKept.\n')
  expect(minutes).toBeDefined()
})

test('a tab of an older version is told to reload, and deletes nothing that it does not know', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: '# Call\n\nAnn writes it down.\n' })
  const { content, leave } = await joinMeeting(server, id)
  const block = content.get(1) as Y.XmlElement
  block.setAttribute('id', 'abcdefghij')
  block.setAttribute('role', 'action')
  await open(ann, id)
  // As before an update: a page whose schema is one version behind.
  await bob.addInitScript(() => {
    if (localStorage.getItem('reloaded') !== null) return
    globalThis.WebSocket = class extends WebSocket {
      constructor(url: string | URL) {
        super(String(url).replace(/schema=(\d+)/, (_, version: string) => `schema=${Number(version) - 1}`))
      }
    }
  })
  await bob.goto(`/meetings/${id}`)
  await expect(bob.getByRole('button', { name: 'Reload' })).toBeVisible()
  await expect(bob.getByText('Ann writes it down.')).toBeHidden()

  await bob.evaluate(() => localStorage.setItem('reloaded', 'yes'))
  await bob.getByRole('button', { name: 'Reload' }).click()
  await expect(minutesOf(bob)).toContainText('Ann writes it down.')
  await expectSaved(bob)
  await caretAfter(bob, 'Ann writes it')
  await bob.keyboard.type(' all')
  await expect(minutesOf(ann)).toContainText('Ann writes it all down.')
  await expect.poll(() => content.toJSON()).toContain('writes it all down.')
  expect(block.getAttributes()).toEqual({ id: 'abcdefghij', role: 'action' })
  expect(await server.minutes(id)).toBe('# Call\n\nAnn writes it all down.\n')
  leave()
})

test('whoever writes what minutes cannot hold is refused, and no page meets it', async ({ server, ann }) => {
  const id = await server.meeting({ markdown: '# Call\n\nText.\n' })
  await open(ann, id)
  const { content, refused, leave } = await joinMeeting(server, id)
  content.push([new Y.XmlElement('unheardOf')])
  await refused
  leave()
  await minutesOf(ann).getByText('Text.').click()
  await ann.keyboard.press('End')
  await ann.keyboard.type(' And more.')
  await expectSaved(ann)
  await expect.poll(() => server.minutes(id)).toBe('# Call\n\nText. And more.\n')
})

test('a page whose change the server refuses says so, and keeps the text for copying, over a reload too', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: '# Call\n\nBefore.\n' })
  // As a page with a mistake in it: what is typed goes out as something that minutes cannot hold, text under the root `votes`.
  await ann.addInitScript(() => {
    const forged = [0, 2, 15, 1, 1, 5, 0, 4, 1, 5, 118, 111, 116, 101, 115, 1, 120, 0]
    globalThis.WebSocket = class extends WebSocket {
      override send(frame: Uint8Array<ArrayBuffer>) {
        const isForged = document.documentElement.dataset['forges'] === 'yes' && frame[0] === 0 && frame[1] === 2
        super.send(isForged ? new Uint8Array(forged) : frame)
      }
    }
  })
  await Promise.all([open(ann, id), open(bob, id)])
  await caretAfter(ann, 'Before.')
  await ann.evaluate(() => void (document.documentElement.dataset['forges'] = 'yes'))
  await ann.keyboard.insertText(' Mine.')
  await expect(ann.getByText('This change writes outside the minutes.')).toBeVisible()
  await expect(savingOf(ann)).toHaveText('Disconnected: 1 change not saved')
  await ann.getByRole('button', { name: 'Copy my text' }).click()
  await expect(ann.getByText('Copied.')).toBeVisible()
  expect(await ann.evaluate(() => navigator.clipboard.readText())).toContain('Before. Mine.')

  await ann.reload()
  await expect(ann.getByText('The server did not take some of what you wrote here before.')).toBeVisible()
  await expectSaved(ann)
  await expect(minutesOf(ann)).not.toContainText('Mine.')
  await ann.evaluate(() => navigator.clipboard.writeText(''))
  await ann.getByRole('button', { name: 'Copy it' }).click()
  await expect(ann.getByText('Copied.')).toBeVisible()
  expect(await ann.evaluate(() => navigator.clipboard.readText())).toContain('Before. Mine.')
  await expect(minutesOf(bob)).not.toContainText('Mine.')
  expect(await server.minutes(id)).toBe('# Call\n\nBefore.\n')
})

test('a page that was opened at an address not that of its server says so', async ({ browser }) => {
  const server = await TestServer.start({ PLENARY_ACCESS: 'open', PLENARY_URL: 'https://notes.example.org' })
  const ann = await guest('Ann', browser, server)
  await ann.goto(`/meetings/${await server.meeting({ markdown: '# Call\n' })}`)
  await expect(
    ann.getByText('another address than that of its server, which is https://notes.example.org.'),
  ).toBeVisible()
  await expect(savingOf(ann)).toHaveText('Disconnected')
  await ann.context().close()
  await server.remove()
})

test('a page from before its meeting was restored says so, and brings nothing back', async ({ server, ann, bob }) => {
  const id = await server.meeting({ markdown: '# Call\n\nKept.\n' })
  const file = join(await mkdtemp(join(tmpdir(), 'plenary-e2e-')), 'backup')
  await open(ann, id)
  expect(await run([...PLENARY, 'backup', file, server.data], {}).ended).toMatchObject({ code: 0 })
  await caretAfter(ann, 'Kept.')
  await ann.keyboard.type(' Written since.')
  await expectSaved(ann)
  await server.stop()
  expect(await run([...PLENARY, 'restore', '--meeting', id, file, server.data], {}).ended).toMatchObject({ code: 0 })
  await server.start()

  await expect(ann.getByText('This meeting was restored from a backup.')).toBeVisible()
  await expect(minutesOf(ann)).toContainText('Kept. Written since.')
  await open(bob, id)
  await caretAfter(bob, 'Kept.')
  await bob.keyboard.type(' Anew.')
  await expectSaved(bob)
  await ann.reload()
  await expect(minutesOf(ann)).toContainText('Kept. Anew.')
  expect(await server.minutes(id)).toBe('# Call\n\nKept. Anew.\n')
  await rm(dirname(file), { recursive: true })
})

test('a page that sends too much is told why, keeps what is typed, and brings it in a moment', async ({
  server,
  ann,
  bob,
}) => {
  const id = await server.meeting({ markdown: '# Call\n\nAnn:\n' })
  await ann.addInitScript(() => {
    globalThis.WebSocket = class extends WebSocket {
      constructor(url: string | URL) {
        super(url)
        addEventListener('too-much', () => {
          // A busy server may take one burst, for what it is slow to read is spread over time: so on until it has had enough.
          const more = setInterval(() => {
            if (this.readyState !== WebSocket.OPEN) return clearInterval(more)
            // Frames of a kind that nobody knows: they are counted, and nobody has to answer them.
            for (let turn = 0; turn < 6_000; turn++) this.send(new Uint8Array([99]))
          }, 100)
        })
      }
    }
  })
  await Promise.all([open(ann, id), open(bob, id)])
  await caretAfter(ann, 'Ann:')
  await ann.evaluate(() => dispatchEvent(new Event('too-much')))
  await expect(ann.getByText('This page sends more than the server takes at once.')).toBeVisible()
  await ann.keyboard.type(' typed meanwhile')
  await expect(savingOf(ann)).toHaveText(/^Offline/)
  await expectSaved(ann)
  await expect(ann.getByText('This page sends more than the server takes at once.')).toBeHidden()
  await expect(minutesOf(bob)).toContainText('Ann: typed meanwhile')
  expect(await server.minutes(id)).toBe('# Call\n\nAnn: typed meanwhile\n')
})
