import type { Context } from '../context.ts'
import type { SlashEntry } from './entry.ts'

/** The entries that may stand here and that the query names, best first: that title, one that begins so, another name. */
export function matching(entries: readonly SlashEntry[], query: string, context: Context): SlashEntry[] {
  const wanted = query.toLowerCase().trim()
  const allowed = entries.filter((entry) => entry.isAllowed(context))
  const rank = ({ title }: SlashEntry) => {
    const name = title.toLowerCase()
    return name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2
  }
  return allowed.filter((entry) => isNamed(entry, wanted)).toSorted((a, b) => rank(a) - rank(b))
}

/** Whether a word of its title or its other names begins so; blanks in between do not count ("codeb" is "code block"). */
function isNamed({ title, words }: SlashEntry, wanted: string): boolean {
  const names = `${title} ${words}`.toLowerCase()
  const joined = title.toLowerCase().replaceAll(' ', '')
  return joined.startsWith(wanted.replaceAll(' ', '')) || names.split(' ').some((word) => word.startsWith(wanted))
}
