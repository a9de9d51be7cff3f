import type { HouseStyle } from '@plenary/shared/style'

type Matter = HouseStyle['matter']

/** The front matter of a style as it stands in a file, with its places: `title: "{title}"`, `participants:` over `- {name}`. */
export function writeMatter(matter: Matter): string {
  return matter
    .map(({ key, value, isList }) => {
      if (!isList) return `${key}: ${value}`.trimEnd()
      const entries = value === '' ? [] : value.split('\n').map((entry) => `- ${entry}`)
      return [`${key}:`, ...(entries.length === 0 ? ['- '] : entries)].join('\n')
    })
    .join('\n')
}

/** The same back; null where a line is neither a key nor an entry of a list. */
export function readMatter(text: string): Matter | null {
  const fields: { key: string; value: string; isList: boolean }[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const [, entry] = /^\s*-(?:\s+(.*?))?\s*$/.exec(line) ?? []
    const last = fields.at(-1)
    if (/^\s*-(?:\s|$)/.test(line)) {
      if (last === undefined || (!last.isList && last.value !== '')) return null
      last.value = [last.value, entry ?? ''].filter((each) => each !== '').join('\n')
      last.isList = true
      continue
    }
    const [, key, value = ''] = /^([^\s:#-][^:]*?)\s*:(?:\s+(.*?))?\s*$/.exec(line) ?? []
    if (key === undefined) return null
    fields.push({ key, value, isList: false })
  }
  return fields
}
