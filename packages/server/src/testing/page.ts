import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { temporaryFolder } from './folder.ts'

/** A folder with a page as small as one can be. */
export async function writePage(): Promise<string> {
  const page = join(await temporaryFolder(), 'page')
  await mkdir(page)
  await writeFile(join(page, 'index.html'), '<!doctype html>')
  return page
}
