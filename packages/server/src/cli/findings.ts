import type { Findings } from '../verify/verify.ts'

export interface FolderFindings extends Findings {
  /** Files of the store in which a checksum is wrong. */
  readonly damagedFiles: readonly string[]
}

/** One line for each trouble, and one for all. */
export function textOf({ damagedFiles, meetings, setAside, troubles }: FolderFindings): string {
  const lines = [
    ...damagedFiles.map((file) => `${file}: This file is damaged; what was written last may be lost.`),
    ...troubles.map(({ meeting, sentence }) => `${meeting}: ${sentence}`),
    `Meetings: ${meetings}. Troubles: ${damagedFiles.length + troubles.length}. Log entries set aside earlier: ${setAside}.`,
  ]
  return `${lines.join('\n')}\n`
}

/** The exit code that says whether anything is wrong. */
export function codeOf({ damagedFiles, troubles }: FolderFindings): number {
  return troubles.length + damagedFiles.length === 0 ? 0 : 1
}
