import { pathToFileURL } from 'node:url'

import { ensureBuilt, SERVER } from './build.mjs'
import { ensureInstalled } from './install.mjs'

/** Installs and builds what is missing, then becomes the server: one process, so a signal reaches it and none is left. */
export async function start() {
  await ensureInstalled()
  await ensureBuilt()
  await import(pathToFileURL(SERVER).href)
}
