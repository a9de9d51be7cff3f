import type { MeetingId } from '@plenary/shared/meeting'

import type { Created, NewMeeting, Outcome } from '../app/api.ts'
import { readText } from '../app/text-file.ts'

/** How far one file has come. */
export type Progress =
  | { readonly state: 'waiting' }
  | { readonly state: 'importing' }
  | { readonly state: 'imported'; readonly id: MeetingId }
  | { readonly state: 'refused'; readonly message: string }

/** How many files are on their way at a time. */
const PARALLEL = 3

/**
 * Makes a meeting of each file, in their order, a few at a time. `report` hears of every step by the file's index. A file that
 * is refused stops none of the others.
 */
export async function importFiles(
  files: readonly File[],
  create: (meeting: NewMeeting) => Promise<Outcome<Created>>,
  report: (index: number, progress: Progress) => void,
): Promise<void> {
  const queue = files.entries()
  const work = async (): Promise<void> => {
    for (const [index, file] of queue) {
      report(index, { state: 'importing' })
      report(index, await importFile(file, create))
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
}

async function importFile(file: File, create: (meeting: NewMeeting) => Promise<Outcome<Created>>): Promise<Progress> {
  const text = await readText(file)
  if (!text.ok) return { state: 'refused', message: text.failure.message }
  const created = await create({ title: titleFrom(file.name), markdown: text.value })
  return created.ok
    ? { state: 'imported', id: created.value.id }
    : { state: 'refused', message: created.failure.message }
}

/** What a file is called when it has no heading of its own: its name without the ending. */
export function titleFrom(fileName: string): string {
  return fileName.replace(/\.(?:md|markdown|mdown|txt)$/i, '') || fileName
}

/** «3 of 5 imported, 1 refused»: the sum of what happened so far, to be read and spoken. */
export function summaryOf(progress: readonly Progress[]): string {
  const count = (state: Progress['state']) => progress.filter((file) => file.state === state).length
  const [imported, refused] = [count('imported'), count('refused')]
  const left = progress.length - imported - refused
  const files = progress.length === 1 ? '1 file' : `${progress.length} files`
  if (left > 0) return `Importing ${files}: ${left} to go`
  if (refused === 0) return `${files} imported`
  if (imported === 0) return `${files} refused`
  return `${imported} of ${files} imported, ${refused} refused`
}
