import { SERVER } from './build.mjs'
import { isStopping, runLine, startLine } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { inRoot } from './root.mjs'

/**
 * Runs everything from its sources: the compiler writes shared and server anew when a file changes, the server starts
 * again whenever the compiler is done, and Vite serves the page and puts changes into it while it is open.
 */
export async function develop() {
  await ensureInstalled()
  const { createServer } = await import('vite')
  const page = await createServer({
    configFile: inRoot('packages/editor/vite.config.ts'),
    root: inRoot('packages/editor'),
  })
  await page.listen()

  const address = page.resolvedUrls?.local[0]
  const restart = restarter(`node ${SERVER}`, () => console.log(`\nOpen ${address} — Ctrl-C ends everything.\n`))
  await runLine('tsc -b packages/shared packages/server --watch --preserveWatchOutput', {
    output: (line) => {
      tell('compiler', line)
      if (line.includes('Watching for file changes')) restart()
    },
  })
  // Without the compiler the rest is of no use: this ends it as Ctrl-C would.
  process.kill(process.pid, 'SIGTERM')
}

/**
 * Starts the server, or starts it again. One that has ended by itself said why, and the next change may mend it.
 *
 * @param {string} line
 * @param {() => void} onFirst called when it is ready for the first time
 * @returns {() => void}
 */
function restarter(line, onFirst) {
  /** @type {ReturnType<typeof startLine> | undefined} */
  let running
  let wasReady = false
  let queue = Promise.resolve()

  /** @param {string} said */
  function hear(said) {
    // Its own address would lead to the page that was built, not to the one being worked on.
    const isReady = said.startsWith('Plenary is ready')
    tell('server', isReady ? 'ready' : said)
    if (isReady && !wasReady) onFirst()
    wasReady ||= isReady
  }
  async function restart() {
    await running?.end()
    if (!isStopping()) running = startLine(line, { output: hear })
  }
  return () => {
    queue = queue.then(restart)
  }
}

/**
 * @param {string} who
 * @param {string} line
 */
function tell(who, line) {
  if (line.trim() !== '') console.log(`${who.padEnd(8)} │ ${line}`)
}
