import { setTimeout as sleep } from 'node:timers/promises'

import { watchWork } from './browser.mjs'
import { typeKeys } from './keyboard.mjs'
import { joinOthers } from './load/load.mjs'
import { END_MARK } from './load/typist.mjs'
import { openNotePage, placeCaret } from './note-page.mjs'
import { randomFrom } from './random.mjs'

/** How each of the others types. */
/** @type {import('./load/load.mjs').Pace} */
export const PACE = { act: 'type', perSecond: 5 }
export const KEYS_PER_BURST = 60
const BURSTS = 3
/** How long a page that has fallen behind is waited for. */
const PATIENCE = 30_000

/**
 * @typedef {{
 *   readonly times: readonly number[],
 *   readonly missing: number,
 *   readonly events: readonly number[],
 *   readonly work: readonly import('./browser.mjs').Work[],
 *   readonly late: readonly number[],
 *   readonly behind: number | undefined,
 *   readonly load: import('./load/load.mjs').Done | undefined,
 * }} Sample times: key to paint, ms; missing: keys that were not on the screen half a minute later; late:
 *   how long each letter of a neighbour took from their key into this page, ms; behind: after how many ms
 *   the last characters of the others were there, undefined when there are no others, Infinity when they never came
 */

/**
 * One measurement: somebody types into the middle of the note, alone or while others type.
 *
 * @param {import('./note-page.mjs').Room} room
 * @param {Pick<import('./run.mjs').Bench, 'browser' | 'undisturbed'> & { readonly others: number, readonly slowdown: number, readonly seed: number }} how
 * @returns {Promise<Sample>}
 */
export async function measureTyping({ open, entrance }, { browser, undisturbed, others, slowdown, seed }) {
  const random = randomFrom(seed)
  const load = others > 0 ? await joinOthers(entrance, others) : undefined
  const { page, session, close } = await openNotePage(browser, open, slowdown)
  try {
    await placeCaret(page)
    await typeKeys(session, random, 20)
    await load?.start(PACE)
    await sleep(3000)

    const bursts = []
    for (let burst = 0; burst < BURSTS; burst++) {
      bursts.push(await undisturbed(() => measureBurst(page, session, random)))
      await sleep(500)
    }
    if (load !== undefined) await undisturbed(() => watchNeighbour(page, session, random))
    const done = await load?.stop()
    const behind = done === undefined ? undefined : (await waitForMarks(page, others)) - done.endedAt
    const late = done === undefined ? [] : delays(done.letters, await page.evaluate(() => probe.watched()))

    const keys = bursts.flatMap((burst) => burst.keys)
    return {
      times: keys.flatMap(({ pressed, painted }) => (painted === undefined ? [] : [painted - pressed])),
      missing: keys.filter(({ painted }) => painted === undefined).length,
      events: bursts.flatMap((burst) => burst.events),
      work: bursts.map(({ work }) => work),
      late,
      behind,
      load: done,
    }
  } finally {
    await close()
    await load?.leave()
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} session
 * @param {import('./random.mjs').Random} random
 */
async function measureBurst(page, session, random) {
  await page.evaluate(() => probe.begin())
  const stopWatching = await watchWork(session)
  await typeKeys(session, random, KEYS_PER_BURST)
  await waitUntil(() => page.evaluate(() => probe.isDone()))
  const work = await stopWatching()
  return { ...(await page.evaluate(() => probe.end())), work }
}

/**
 * One more burst, in which it is not the own keys that are measured.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} session
 * @param {import('./random.mjs').Random} random
 */
async function watchNeighbour(page, session, random) {
  await page.evaluate(() => probe.watch())
  await typeKeys(session, random, KEYS_PER_BURST)
}

/**
 * The last letter is there at the last change, so the letter before it was there when the text was one shorter, and so on.
 *
 * @param {readonly number[]} letters when each was typed
 * @param {readonly import('./probe.mjs').Change[]} changes
 * @returns {number[]} of the letters that came while the page was watched
 */
function delays(letters, changes) {
  const [first, last] = [changes[0], changes.at(-1)]
  if (first === undefined || last === undefined) return []
  return letters.flatMap((typedAt, index) => {
    const length = last[1] - (letters.length - 1 - index)
    const seen = changes.find((change) => change[1] >= length)
    return seen === undefined || length <= first[1] ? [] : [seen[0] - typedAt]
  })
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} count of people, each of whom ends with a mark
 * @returns {Promise<number>} when all were there, ms since 1970; Infinity: never
 */
async function waitForMarks(page, count) {
  const areThere = () => page.evaluate((mark) => probe.count(mark), END_MARK).then((found) => found >= count)
  return (await waitUntil(areThere)) ? Date.now() : Infinity
}

/**
 * Asks from outside: the timers of a page that is busy may not run for many seconds.
 *
 * @param {() => Promise<boolean>} isTrue
 * @returns {Promise<boolean>} false: not within the patience; that is a result too
 */
async function waitUntil(isTrue) {
  for (const began = Date.now(); Date.now() - began < PATIENCE; await sleep(50)) if (await isTrue()) return true
  return false
}
