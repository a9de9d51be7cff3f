import { SERVER } from './build.mjs'
import { isStopping, runLine, startLine } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { repeat } from './repeat.mjs'
import { inRoot } from './root.mjs'

/**
 * Runs everything from its sources: Vite serves the page and puts changes into it while it is open; a change in shared
 * or server is compiled and starts the server again.
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
  const compile = repeat(async (isLate) => {
    // A file that changed while the compiler ran can look older than its result, and would be passed over.
    await runLine(`tsc -b ${isLate ? '--force ' : ''}packages/shared packages/server`, { output: told('compiler') })
    await restart()
  })
  page.watcher.add([inRoot('packages/shared/src'), inRoot('packages/server/src')])
  page.watcher.on('all', (_event, file) => {
    if (/packages\/(?:shared|server)\/src\//.test(file)) compile()
  })
  compile()
}

/**
 * Starts the server, or starts it again. One that has ended by itself said why, and the next change may mend it.
 *
 * @param {string} line
 * @param {() => void} onFirst called when it is ready for the first time
 * @returns {() => Promise<void>}
 */
function restarter(line, onFirst) {
  const tell = told('server')
  /** @type {ReturnType<typeof startLine> | undefined} */
  let running
  let wasReady = false

  /** @param {string} said */
  function hear(said) {
    // Its own address would lead to the page that was built, not to the one being worked on.
    const isReady = said.startsWith('Plenary is ready')
    tell(isReady ? 'ready' : said)
    if (isReady && !wasReady) onFirst()
    wasReady ||= isReady
  }
  return async () => {
    await running?.end()
    if (!isStopping()) running = startLine(line, { output: hear })
  }
}

/** @param {string} who */
function told(who) {
  return (/** @type {string} */ line) => {
    if (line.trim() !== '') console.log(`${who.padEnd(8)} │ ${line}`)
  }
}
