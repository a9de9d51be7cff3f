/**
 * Makes work that may be asked for at any time: it runs once at a time, and once more if it was asked for meanwhile,
 * however often.
 *
 * @param {(isLate: boolean) => Promise<void>} work isLate: it was asked for while it ran
 * @returns {() => void} asks for it
 */
export function repeat(work) {
  /** @type {'idle' | 'running' | 'late'} */
  let state = 'idle'

  async function run() {
    let isLate = false
    do {
      state = 'running'
      await work(isLate)
      isLate = wasAsked()
    } while (isLate)
    state = 'idle'
  }
  // Behind a function, since the compiler does not know that the state changes while the work is awaited.
  const wasAsked = () => state === 'late'

  return () => {
    if (state === 'idle') void run()
    else state = 'late'
  }
}
