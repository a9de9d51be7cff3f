import type { Context } from '../context.ts'
import type { Format } from '../formats/format.ts'

/** The formats that may stand here and that the query names, best first: that title, one that begins so, another name. */
export function matching(formats: readonly Format[], query: string, context: Context): Format[] {
  const wanted = query.toLowerCase().trim()
  const allowed = formats.filter((format) => format.isAllowed(context))
  const rank = ({ title }: Format) => {
    const name = title.toLowerCase()
    return name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2
  }
  return allowed.filter((format) => isNamed(format, wanted)).toSorted((a, b) => rank(a) - rank(b))
}

/** Whether a word of its title or its other names begins so; blanks in between do not count ("codeb" is "code block"). */
function isNamed({ title, words }: Format, wanted: string): boolean {
  const names = `${title} ${words}`.toLowerCase()
  const joined = title.toLowerCase().replaceAll(' ', '')
  return joined.startsWith(wanted.replaceAll(' ', '')) || names.split(' ').some((word) => word.startsWith(wanted))
}
