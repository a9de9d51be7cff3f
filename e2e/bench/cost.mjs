import { setTimeout as sleep } from 'node:timers/promises'

import { watchWork } from './browser.mjs'
import { joinOthers } from './load/load.mjs'
import { openNotePage, placeCaret } from './note-page.mjs'

const PEOPLE = 20
/** Ten in a second all together, so that each is a piece of work of its own. */
const PER_SECOND = 10 / PEOPLE
const SECONDS = 6

/** @typedef {{ readonly insert: number, readonly move: number }} Cost ms of the main thread for one character that somebody
 *   else types, and for one caret that somebody else moves; painting included */

/**
 * What one remote change costs a page on which nothing else happens.
 *
 * @param {import('./note-page.mjs').Room} room
 * @param {Pick<import('./run.mjs').Bench, 'browser' | 'undisturbed'>} bench
 * @returns {Promise<Cost>}
 */
export async function measureCost({ open, entrance }, { browser, undisturbed }) {
  const load = await joinOthers(entrance, PEOPLE)
  const { page, session, close } = await openNotePage(browser, open, 1)
  try {
    await placeCaret(page)
    await sleep(1000)
    const idle = await undisturbed(() => workFor(session, SECONDS))

    const measure = async (/** @type {'insert' | 'move'} */ act) => {
      await load.start({ act, perSecond: PER_SECOND })
      const work = await undisturbed(() => workFor(session, SECONDS))
      await load.stop()
      await sleep(500)
      return (work - idle) / (SECONDS * PEOPLE * PER_SECOND)
    }
    return { insert: await measure('insert'), move: await measure('move') }
  } finally {
    await close()
    await load.leave()
  }
}

/**
 * @param {import('@playwright/test').CDPSession} session
 * @param {number} seconds
 */
async function workFor(session, seconds) {
  const stop = await watchWork(session)
  await sleep(seconds * 1000)
  return (await stop()).task
}
