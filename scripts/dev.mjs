import { ensureBuilt, SERVER } from './build.mjs'
import { runLine } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { inRoot } from './root.mjs'

/**
 * Runs everything from its sources: the compiler writes shared and server anew when a file changes, Node restarts the
 * server when its files do, and Vite serves the page and puts changes into it while it is open.
 */
export async function develop() {
  await ensureInstalled()
  await ensureBuilt()
  const { createServer } = await import('vite')
  const page = await createServer({
    configFile: inRoot('packages/editor/vite.config.ts'),
    root: inRoot('packages/editor'),
  })
  await page.listen()

  const compiler = runLine('tsc -b packages/shared packages/server --watch --preserveWatchOutput', {
    output: prefixed('compiler'),
  })
  const server = runLine(`node --watch --watch-preserve-output ${SERVER}`, { output: prefixed('server') })
  console.log(`\nOpen ${page.resolvedUrls?.local[0]} (the page, from its sources). Ctrl-C ends everything.\n`)

  await Promise.race([compiler, server])
  await page.close()
}

/** @param {string} name */
function prefixed(name) {
  return (/** @type {string} */ line) => console.log(`${name.padEnd(8)} │ ${line}`)
}
