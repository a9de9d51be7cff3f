import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface Sample {
  readonly name: string
  readonly text: string
}

const fixtures = join(import.meta.dirname, '../markdown/fixtures')
const beside = join(import.meta.dirname, '../../../../../shared/corpus')

/** Real minutes, which are not in this repository: `../shared/corpus` beside it, or the folder `PLENARY_CORPUS` names. */
const corpus = process.env['PLENARY_CORPUS'] ?? beside

/** Our own samples, one per dialect or construct. */
const FIXTURES: readonly Sample[] = samplesIn(fixtures)

/** Real minutes; empty where they are not at hand. */
export const CORPUS: readonly Sample[] = existsSync(corpus)
  ? samplesIn(corpus).filter(({ name }) => name !== 'MANIFEST.md')
  : []

export const SAMPLES: readonly Sample[] = [...FIXTURES, ...CORPUS]

/** To be printed by every suite that runs on samples. */
export const CORPUS_NOTE =
  CORPUS.length > 0
    ? `${CORPUS.length} files of real minutes and ${FIXTURES.length} fixtures`
    : `real minutes SKIPPED (no ${relative(process.cwd(), corpus) || corpus}); ${FIXTURES.length} fixtures`

function samplesIn(folder: string): Sample[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}
