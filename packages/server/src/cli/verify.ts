import { resolve } from 'node:path'

import { withCopy } from '../store/copy.ts'
import { openLevelStore } from '../store/level.ts'
import { damagedLogFiles } from '../store/log-files.ts'
import { StoreError } from '../store/store.ts'
import { type Findings, verify as verifyStore } from '../verify/verify.ts'
import type { Output } from './check.ts'

export const VERIFY_USAGE = `Usage: plenary verify [--json] [FOLDER]

Reads every meeting in the data folder of a stopped server (PLENARY_DATA, else ./data) as a server would, and says what is
wrong. It reads a copy, for which there must be room in the temporary folder, and never writes to the data.

  --json   the same as data: { damagedFiles: [], meetings, setAside, troubles: [{ meeting, sentence }] }
  --help   this text

The exit code is 0, or 1 if anything is wrong.
`

/** Runs `plenary verify` with these arguments and gives its exit code. */
export async function verify(args: readonly string[], { out, error }: Output): Promise<number> {
  const options = args.filter((arg) => arg.startsWith('-'))
  const folders = args.filter((arg) => !arg.startsWith('-'))
  if (options.includes('--help') || options.includes('-h')) {
    out(VERIFY_USAGE)
    return 0
  }
  const unknown = options.find((option) => option !== '--json')
  if (unknown !== undefined || folders.length > 1) {
    error(unknown === undefined ? VERIFY_USAGE : `There is no option ${unknown}; see plenary verify --help.\n`)
    return 1
  }
  try {
    const folder = resolve(folders[0] ?? process.env['PLENARY_DATA'] ?? './data')
    const findings = await withCopy(folder, findingsIn)
    out(options.includes('--json') ? `${JSON.stringify(findings, undefined, 2)}\n` : text(findings))
    return findings.troubles.length + findings.damagedFiles.length === 0 ? 0 : 1
  } catch (problem) {
    if (!(problem instanceof StoreError)) throw problem
    error(`${problem.message}\n`)
    return 1
  }
}

interface FolderFindings extends Findings {
  readonly damagedFiles: readonly string[]
}

async function findingsIn(copy: string): Promise<FolderFindings> {
  // Before it is opened: LevelDB takes the damaged files away.
  const damagedFiles = await damagedLogFiles(copy)
  const store = await openLevelStore(copy)
  try {
    return { damagedFiles, ...(await verifyStore(store)) }
  } finally {
    await store.close()
  }
}

function text({ damagedFiles, meetings, setAside, troubles }: FolderFindings): string {
  const lines = [
    ...damagedFiles.map((file) => `${file}: This file is damaged; what was written last may be lost.`),
    ...troubles.map(({ meeting, sentence }) => `${meeting}: ${sentence}`),
    `Meetings: ${meetings}. Troubles: ${damagedFiles.length + troubles.length}. Log entries set aside earlier: ${setAside}.`,
  ]
  return `${lines.join('\n')}\n`
}
