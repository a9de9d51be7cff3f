import { majority } from '../../blocks/majority.ts'

/** The majority of what the files show, each file having one vote, and none where it shows nothing. */
export function common<File, Value>(
  files: readonly File[],
  shown: (file: File) => Value | undefined,
): Value | undefined {
  return majority(files.map(shown).filter((value) => value !== undefined))
}
