import type { DocJson, RawBlockJson } from '../../document/node.ts'
import { isMatter, plainText } from '../../document/normal.ts'
import type { Path } from '../path.ts'
import { type MatterEntry, MatterReader } from './matter-reader.ts'

export type { MatterEntry, MatterForm, MatterValue } from './matter-reader.ts'

export interface FrontMatter {
  readonly path: Path
  readonly source: string
  readonly entries: readonly MatterEntry[]
}

/**
 * Reads the front matter line by line, with the place of everything, so that one line can be changed and no other is touched.
 * Only what minutes hold there is understood (scalars, lists, list items with fields); all else is `other`, and stays as it is.
 */
export function frontMatterOf(document: DocJson): FrontMatter | null {
  const index = document.content.findIndex(isMatter)
  const node = document.content[index]
  if (node?.type !== 'rawBlock') return null
  const before = known.get(node)
  // It stands first, until somebody puts something above it.
  if (before !== undefined && before.path[0] === index) return before
  const source = plainText(node.content)
  const matter = { path: [index], source, entries: new MatterReader(source, [index]).entries() }
  known.set(node, matter)
  return matter
}

const known = new WeakMap<RawBlockJson, FrontMatter>()

/** The entries whose keys are these words, `meeting_date` for `meeting date`. */
export function entriesNamed(matter: FrontMatter | null, words: RegExp): readonly MatterEntry[] {
  return matter?.entries.filter(({ key }) => words.test(key.toLowerCase().replace(/[_-]+/g, ' '))) ?? []
}

/** What such an entry says; the values of a list together. */
export function valueNamed(matter: FrontMatter | null, words: RegExp): string | undefined {
  const values = entriesNamed(matter, words).flatMap((entry) => entry.values.map(({ text }) => text))
  return values.length === 0 ? undefined : values.join(', ')
}
