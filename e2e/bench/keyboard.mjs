import { setTimeout as sleep } from 'node:timers/promises'

const KEYS_PER_SECOND = 9
const HOLD = 25
const TEXT =
  'the chair asked whether this item was ready and nobody in the room had any objection to it so they moved on '

/**
 * Types on a real keyboard's path: the browser process gets the keys and gives them to the page as it would a person's.
 * Open loop: nobody waits for the page, so a page that falls behind has a queue to work off, as it would with a person.
 *
 * @param {import('@playwright/test').CDPSession} session
 * @param {import('./random.mjs').Random} random
 * @param {number} count of letters and blanks
 */
export async function typeKeys(session, random, count) {
  /** @type {Promise<unknown>[]} */
  const sent = []
  for (let index = 0; index < count; index++) {
    const key = TEXT[index % TEXT.length] ?? ' '
    sent.push(
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, unmodifiedText: key, ...named(key) }),
    )
    await sleep(HOLD)
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...named(key) }))
    // Not in step with the frames, nor with the others.
    await sleep((1000 / KEYS_PER_SECOND) * (0.5 + random.next()) - HOLD)
  }
  await Promise.all(sent)
}

/** @param {string} key a small letter or a blank */
function named(key) {
  const upper = key.toUpperCase()
  return { key, code: key === ' ' ? 'Space' : `Key${upper}`, windowsVirtualKeyCode: upper.charCodeAt(0) }
}
