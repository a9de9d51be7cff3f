import { stat } from 'node:fs/promises'

import { withUnpacked } from '../backup/unpacked.ts'
import { withStopped } from '../store/stopped.ts'
import { verify as verifyStore } from '../verify/verify.ts'
import { readCall } from './call.ts'
import type { Output } from './check.ts'
import { dataFolder } from './data-folder.ts'
import { codeOf, type FolderFindings, textOf } from './findings.ts'
import { sayProblem } from './problem.ts'

export const VERIFY_USAGE = `Usage: plenary verify [--json] [FOLDER | BACKUP]

Reads every meeting in the data folder of a stopped server (PLENARY_DATA, else ./data), or in a backup, as a server would, and
says what is wrong. It reads a copy, for which there must be room in the temporary folder (TMPDIR), and never writes to the data.

  --json   the same as data: { damagedFiles: [], meetings, setAside, troubles: [{ meeting, sentence }] }
  --help   this text

The exit code is 0, or 1 if anything is wrong.
`

const MANNER = { name: 'plenary verify', usage: VERIFY_USAGE, flags: ['--json'], values: [], paths: [0, 1] } as const

/** Runs `plenary verify` with these arguments and gives its exit code. */
export async function verify(args: readonly string[], output: Output): Promise<number> {
  const call = readCall(args, MANNER, output)
  if (typeof call === 'number') return call
  return sayProblem(output, async () => {
    const findings = await findingsOf(dataFolder(call.paths[0]))
    output.out(call.flags.has('--json') ? `${JSON.stringify(findings, undefined, 2)}\n` : textOf(findings))
    return codeOf(findings)
  })
}

async function findingsOf(path: string): Promise<FolderFindings> {
  if (await isFile(path))
    return withUnpacked(path, async (store) => ({ damagedFiles: [], ...(await verifyStore(store)) }))
  return withStopped(path, async (store, damagedFiles) => ({ damagedFiles, ...(await verifyStore(store)) }))
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  )
}
