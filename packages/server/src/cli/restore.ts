import { resolve } from 'node:path'

import { restoreAll, restoreMeeting } from '../backup/restore.ts'
import { readCall } from './call.ts'
import type { Output } from './check.ts'
import { dataFolder } from './data-folder.ts'
import { codeOf, textOf } from './findings.ts'
import { sayProblem } from './problem.ts'

export const RESTORE_USAGE = `Usage: plenary restore [--meeting ID] FILE [FOLDER]

Puts everything of a backup into an empty data folder (PLENARY_DATA, else ./data), or one meeting of it into that of a stopped
server. Pages that were open since then are told, and keep what they have for their person to copy.

  --meeting ID   only this meeting, the last part of its address; what it replaces is kept in the data folder, as a backup
  --help         this text

The exit code is 0, or 1 if nothing was restored, or if something in the backup is wrong already, which is said then.
`

const MANNER = {
  name: 'plenary restore',
  usage: RESTORE_USAGE,
  flags: [],
  values: ['--meeting'],
  paths: [1, 2],
} as const

/** Runs `plenary restore` with these arguments and gives its exit code. */
export async function restore(args: readonly string[], output: Output): Promise<number> {
  const call = readCall(args, MANNER, output)
  if (typeof call === 'number') return call
  const [path = '', folder] = call.paths
  const [file, data] = [resolve(path), dataFolder(folder)]
  const meeting = call.values.get('--meeting')
  return sayProblem(output, async () => {
    if (meeting !== undefined) {
      const { time, replaced } = await restoreMeeting(file, meeting, data)
      const kept = replaced === undefined ? '' : `What was there is kept in ${replaced}.\n`
      output.out(`In ${data} the meeting ${meeting} is as of ${time}.\n${kept}`)
      return 0
    }
    const { time, findings } = await restoreAll(file, data)
    output.out(`${data} holds everything as of ${time}.\n${textOf({ damagedFiles: [], ...findings })}`)
    return codeOf({ damagedFiles: [], ...findings })
  })
}
