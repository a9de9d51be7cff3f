import { setTimeout as sleep } from 'node:timers/promises'

import { ensureBrowser } from '../../scripts/browser.mjs'
import { typeKeys } from './keyboard.mjs'
import { openNotePage, placeCaret } from './note-page.mjs'
import { buildPeer, startPeerServer } from './peer.mjs'
import { randomFrom } from './random.mjs'
import { makeRoom } from './room.mjs'
import { startServer } from './server.mjs'

// What real pages send when somebody types: `node e2e/bench/frames.bench.mjs`. Three pages of each product are in the note, and
// have the caret in it; one types. The load of `typing.bench.mjs` goes by what is counted here.

const KEYS = 100
/** Of each product: how many bytes stand in front of a frame's kind. */
const OFFSET = { plenary: () => 0, tiptap: (/** @type {Buffer} */ frame) => (frame[0] ?? 0) + 1 }

const executable = await ensureBrowser()
await buildPeer()
const server = await startServer()
const peer = await startPeerServer()
try {
  for (const product of /** @type {const} */ (['plenary', 'tiptap'])) {
    const [writer, ...readers] = await countFrames(product)
    console.log(
      `${product}: for ${KEYS} keys the page of who types sent ${writer}; the other two ${readers.join(', and ')}`,
    )
  }
} finally {
  await peer.close()
  await server.close()
}

/**
 * @param {import('./run.mjs').PageName} product
 * @returns {Promise<string[]>} what each page sent while the first one typed
 */
async function countFrames(product) {
  const { open } = await makeRoom({ server, peer }, product)
  /** @type {Buffer[][]} */
  const sent = [[], [], []]
  const pages = await Promise.all(
    sent.map((frames) =>
      openNotePage(
        executable,
        async (tab) => {
          tab.on('websocket', (socket) => socket.on('framesent', ({ payload }) => frames.push(Buffer.from(payload))))
          await open(tab)
        },
        1,
      ),
    ),
  )
  try {
    const [writer, ...readers] = pages
    if (writer === undefined) throw new Error('there is no page to type in')
    for (const [index, { page }] of readers.entries()) {
      await page.locator('[contenteditable="true"] p:not(td p, th p, li p)').nth(index).click()
    }
    await placeCaret(writer.page)
    await sleep(2000)
    for (const frames of sent) frames.length = 0
    await typeKeys(writer.session, randomFrom(1), KEYS)
    await sleep(2000)
  } finally {
    for (const { close } of pages) await close()
  }
  return sent.map((frames) => describe(frames.map((frame) => frame[OFFSET[product](frame)])))
}

/** @param {readonly (number | undefined)[]} kinds both protocols give these the same numbers */
function describe(kinds) {
  const count = (/** @type {number} */ kind) => kinds.filter((each) => each === kind).length
  const rest = kinds.length - count(0) - count(1)
  return `${count(0)} frames of text, ${count(1)} of carets${rest > 0 ? ` and ${rest} others` : ''}`
}
