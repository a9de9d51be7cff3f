/**
 * @typedef {{ readonly pressed: number, readonly painted: number | undefined }} Key ms since the page began; painted:
 *   undefined as long as it is not on the screen
 * @typedef {{ readonly keys: readonly Key[], readonly events: readonly number[] }} Burst events: what the browser's own Event
 *   Timing says of each keydown of at least 16 ms, in steps of 8 ms
 * @typedef {readonly [at: number, length: number]} Change ms since 1970, and how long the neighbour's paragraph was then
 * @typedef {{
 *   place: (offset: number) => { x: number, y: number } | undefined,
 *   holdsCaret: () => boolean,
 *   begin: () => void,
 *   isDone: () => boolean,
 *   end: () => Burst,
 *   watch: () => void,
 *   watched: () => readonly Change[],
 *   count: (mark: string) => number,
 * }} Probe
 */

/**
 * Runs inside the measured page, and in the same way in every page: it knows nothing of the editor but that a paragraph of
 * its text begins with `opening`.
 *
 * A key's time runs from the timestamp that the browser gave the keydown event, which is when it received the key, so
 * waiting for a busy page counts and the automation does not. It runs to the first task after the first frame in which the
 * paragraph holds the letter: a frame callback looks, and a task of the highest priority follows the rendering.
 *
 * @param {string} opening
 */
export function installProbe(opening) {
  const EDITABLE = '[contenteditable="true"]'
  /** @type {{ pressed: number, painted: number | undefined }[]} */
  let keys = []
  /** @type {number[]} */
  let events = []
  let lengthBefore = 0
  let shown = 0
  let isLooking = false
  /** @type {Element | undefined} */
  let paragraph
  /** @type {Change[]} */
  let changes = []
  const LONG = 120

  const own = () => {
    const isOwn = (/** @type {Element} */ element) => (element.textContent ?? '').startsWith(opening)
    if (paragraph === undefined || !paragraph.isConnected || !isOwn(paragraph)) {
      paragraph = [...document.querySelectorAll(`${EDITABLE} p`)].find(isOwn)
    }
    return paragraph
  }
  const length = () => own()?.textContent?.length ?? 0

  /** The text node of the own paragraph that holds the letter at `offset`, and its place there: marks split the text. */
  const textAt = (/** @type {number} */ offset) => {
    const texts = document.createTreeWalker(own() ?? document.body, NodeFilter.SHOW_TEXT)
    let text = /** @type {Text | null} */ (texts.nextNode())
    let within = offset
    while (text !== null && within >= text.length) {
      within -= text.length
      text = /** @type {Text | null} */ (texts.nextNode())
    }
    return /** @type {const} */ ([text, within])
  }

  /** The nearest long paragraph before the own one: there the first of the others types. */
  const neighbour = () => {
    let element = own()?.previousElementSibling
    while (element && (element.tagName !== 'P' || (element.textContent ?? '').length < LONG)) {
      element = element.previousElementSibling
    }
    return element
  }
  const watcher = new MutationObserver(() => {
    const { length } = neighbour()?.textContent ?? ''
    if (length !== changes.at(-1)?.[1]) changes.push([performance.timeOrigin + performance.now(), length])
  })

  const look = () => {
    const until = Math.min(length() - lengthBefore, keys.length)
    const fresh = keys.slice(shown, until)
    if (fresh.length > 0) {
      shown = until
      void scheduler.postTask(() => fresh.forEach((key) => (key.painted = performance.now())), {
        priority: 'user-blocking',
      })
    }
    isLooking = shown < keys.length
    if (isLooking) requestAnimationFrame(look)
  }

  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (!event.isTrusted || event.key.length !== 1) return
    keys.push({ pressed: event.timeStamp, painted: undefined })
    if (!isLooking) requestAnimationFrame(look)
    isLooking = true
  }

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') events.push(entry.duration)
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }))

  /** @type {Probe} */
  const probe = {
    place: (offset) => {
      const [text, within] = textAt(offset)
      if (text === null) return undefined
      own()?.scrollIntoView({ block: 'center' })
      const range = document.createRange()
      range.setStart(text, within)
      range.setEnd(text, within + 1)
      const { left, top, height } = range.getBoundingClientRect()
      return { x: left + 1, y: top + height / 2 }
    },
    holdsCaret: () => {
      const { anchorNode } = getSelection() ?? {}
      return document.hasFocus() && anchorNode instanceof Node && own()?.contains(anchorNode) === true
    },
    begin: () => {
      keys = []
      events = []
      shown = 0
      lengthBefore = length()
      addEventListener('keydown', onKey, { capture: true })
    },
    isDone: () => keys.every((key) => key.painted !== undefined),
    end: () => {
      removeEventListener('keydown', onKey, { capture: true })
      return { keys, events }
    },
    watch: () => {
      const editor = document.querySelector(EDITABLE)
      changes = []
      if (editor !== null) watcher.observe(editor, { subtree: true, childList: true, characterData: true })
    },
    watched: () => changes,
    count: (mark) => (document.querySelector(EDITABLE)?.textContent ?? '').split(mark).length - 1,
  }
  Object.assign(globalThis, { probe })
}
