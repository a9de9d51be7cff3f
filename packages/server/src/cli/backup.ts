import { resolve } from 'node:path'

import { pack } from '../backup/pack.ts'
import { type Written, writeBackup } from '../backup/write.ts'
import { askForBackup } from '../operator/socket.ts'
import { withStopped } from '../store/stopped.ts'
import { readCall } from './call.ts'
import type { Output } from './check.ts'
import { dataFolder } from './data-folder.ts'
import { codeOf, textOf } from './findings.ts'
import { sayProblem } from './problem.ts'

export const BACKUP_USAGE = `Usage: plenary backup FILE [FOLDER]

Writes everything in a data folder (PLENARY_DATA, else ./data) into a new file, as of one moment, whether its server runs or not,
and reads it back as a server would. That needs as much room in the temporary folder (TMPDIR) again. The file may be read by
you only. Until it is whole it has a name that ends in .partial.

  --help   this text

The exit code is 0, or 1 if there is no backup, or if something in it is wrong already, which is said then.
`

const MANNER = { name: 'plenary backup', usage: BACKUP_USAGE, flags: [], values: [], paths: [1, 2] } as const

/** Runs `plenary backup` with these arguments and gives its exit code. */
export async function backup(args: readonly string[], output: Output): Promise<number> {
  const call = readCall(args, MANNER, output)
  if (typeof call === 'number') return call
  const [path = '', folder] = call.paths
  return sayProblem(output, async () => {
    const file = resolve(path)
    const { time, bytes, findings, damagedFiles } = await backUp(file, dataFolder(folder))
    output.out(`${file} holds everything as of ${time}, in ${bytes} bytes.\n${textOf({ damagedFiles, ...findings })}`)
    return codeOf({ damagedFiles, ...findings })
  })
}

async function backUp(file: string, data: string): Promise<Written & { readonly damagedFiles: readonly string[] }> {
  const sent = await askForBackup(data, async (pieces) => writeBackup(file, pieces))
  if (sent !== undefined) return { ...sent, damagedFiles: [] }
  return withStopped(data, async (store, damagedFiles) => {
    return { ...(await writeBackup(file, pack(store.entries(), new Date()))), damagedFiles }
  })
}
