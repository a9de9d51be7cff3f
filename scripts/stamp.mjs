import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A hash over the names and contents of files. Not over their times: a branch checked out and back is no change.
 *
 * @param {string} root
 * @param {readonly string[]} paths files and folders inside root; what does not exist counts as absent
 * @param {(name: string) => boolean} [isWanted] leaves files out by their name
 * @returns {string} hexadecimal
 */
export function fingerprint(root, paths, isWanted = () => true) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((each) => filesIn(root, each)).sort()) {
    if (isWanted(path))
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (found === undefined) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(join(root, path)).flatMap((name) => filesIn(root, `${path}/${name}`))
}

/**
 * Does a piece of work unless its stamp says that it was done from the same input and that its output is still there.
 * The stamp is taken away first and written last, so work that was interrupted is done again.
 *
 * @param {string} stamp the file
 * @param {{ readonly input: string, readonly output: () => string }} prints fingerprints; of the output, what tells it apart
 * @param {(isFirst: boolean) => Promise<void>} work isFirst: there is no finished work to build upon
 * @returns {Promise<void>}
 */
export async function doOnce(stamp, { input, output }, work) {
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
  if (last === `${input} ${output()}`) return
  rmSync(stamp, { force: true })
  await work(last === undefined)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, `${input} ${output()}`)
}
