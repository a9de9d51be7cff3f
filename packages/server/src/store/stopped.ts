import { withCopy } from './copy.ts'
import { type LevelStore, openLevelStore } from './level.ts'
import { damagedLogFiles } from './log-files.ts'

/** Opens a copy of what a stopped server has left in its data folder, and names the files in which a checksum is wrong. */
export async function withStopped<T>(
  data: string,
  use: (store: LevelStore, damagedFiles: readonly string[]) => Promise<T>,
): Promise<T> {
  return withCopy(data, async (copy) => {
    // Before it is opened: LevelDB takes the damaged files away.
    const damagedFiles = await damagedLogFiles(copy)
    const store = await openLevelStore(copy, data)
    try {
      return await use(store, damagedFiles)
    } finally {
      await store.close()
    }
  })
}
