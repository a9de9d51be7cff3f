import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes new names in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  await sync(folder)
}

/** Makes every file in a folder survive a power cut. */
export async function syncFiles(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await sync(join(folder, name))
  await sync(folder)
}

async function sync(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
