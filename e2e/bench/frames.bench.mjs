import { setTimeout as sleep } from 'node:timers/promises'

import * as decoding from 'lib0/decoding'

import { ensureBrowser } from '../../scripts/browser.mjs'
import { startHocuspocus } from './hocuspocus.mjs'
import { typeKeys } from './keyboard.mjs'
import { openNotePage, placeCaret } from './note-page.mjs'
import { buildPeer } from './peer.mjs'
import { randomFrom } from './random.mjs'
import { makeRoom } from './room.mjs'
import { startServer } from './server.mjs'
import { startYWebsocket } from './y-websocket.mjs'

// What real pages send when somebody types: `node e2e/bench/frames.bench.mjs`. Three pages of each product are in the note, and
// have the caret in it; one types. The load of `typing.bench.mjs` goes by what is counted here.

const KEYS = 100
const TEXT = 0
const CARET = 1

const executable = await ensureBrowser()
await buildPeer()
const server = await startServer()
const peers = { hocuspocus: await startHocuspocus(), 'y-websocket': await startYWebsocket() }
try {
  for (const product of /** @type {const} */ (['plenary', 'hocuspocus', 'y-websocket'])) {
    const [writer, ...readers] = await countFrames(product)
    console.log(
      `${product}: for ${KEYS} keys the page of who types sent ${writer}; the other two ${readers.join(', and ')}`,
    )
  }
} finally {
  await Promise.all([server, ...Object.values(peers)].map((each) => each.close()))
}

/**
 * @param {import('./run.mjs').PageName} product
 * @returns {Promise<string[]>} what each page sent while the first one typed
 */
async function countFrames(product) {
  const { open } = await makeRoom({ server, peers }, product)
  /** @type {Frame[][]} */
  const sent = [[], [], []]
  const pages = await Promise.all(
    sent.map((frames) =>
      openNotePage(
        executable,
        async (tab) => {
          tab.on('websocket', (socket) =>
            socket.on('framesent', ({ payload }) => frames.push(readFrame(Buffer.from(payload), product))),
          )
          await open(tab)
        },
        1,
      ),
    ),
  )
  // The first caret that a page tells is its own.
  const owners = sent.map((frames) => frames.find(({ kind }) => kind === CARET)?.owner)
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
  return sent.map((frames, index) => describe(frames, owners[index]))
}

/** @typedef {{ readonly kind: number | undefined, readonly owner: number | undefined }} Frame owner: whose caret it tells first */

/**
 * @param {Buffer} bytes
 * @param {import('./run.mjs').PageName} product
 * @returns {Frame}
 */
function readFrame(bytes, product) {
  const decoder = decoding.createDecoder(bytes)
  // Hocuspocus names the note first; then all protocols give the kinds the same numbers.
  if (product === 'hocuspocus') decoding.readVarString(decoder)
  const kind = decoding.readVarUint(decoder)
  if (kind !== CARET) return { kind, owner: undefined }
  const carets = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  return { kind, owner: decoding.readVarUint(carets) > 0 ? decoding.readVarUint(carets) : undefined }
}

/**
 * @param {readonly Frame[]} frames
 * @param {number | undefined} self
 */
function describe(frames, self) {
  const texts = frames.filter(({ kind }) => kind === TEXT).length
  const carets = frames.filter(({ kind }) => kind === CARET)
  const own = carets.filter(({ owner }) => owner === self).length
  const rest = frames.length - texts - carets.length
  return [
    `${texts} frames of text, ${own} of its caret`,
    ...(carets.length > own ? [`${carets.length - own} of carets of others`] : []),
    ...(rest > 0 ? [`${rest} others`] : []),
  ].join(', ')
}
