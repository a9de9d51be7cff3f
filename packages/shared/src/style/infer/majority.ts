/** The value that is there most often, and of those that are equally often the first; undefined where there is none. */
export function majority<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<string, { value: Value; count: number }>()
  for (const value of values) {
    const key = JSON.stringify(value)
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { value, count: 1 })
    else known.count++
  }
  const [first] = [...counts.values()].sort((a, b) => b.count - a.count)
  return first?.value
}

/** The majority of what the files show, each file having one vote, and none where it shows nothing. */
export function common<File, Value>(
  files: readonly File[],
  shown: (file: File) => Value | undefined,
): Value | undefined {
  return majority(files.map(shown).filter((value) => value !== undefined))
}

/**
 * Of patterns that were read off single entries the one that says most, as long as more than a few are written so: people leave out what
 * they do not know, and nobody writes more than the group does.
 */
export function richest(patterns: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const pattern of patterns) counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  const frequent = [...counts].filter(([, count]) => count >= patterns.length * 0.15)
  const places = (pattern: string): number => pattern.split('{').length
  frequent.sort(([a, m], [b, n]) => places(b) - places(a) || n - m)
  return frequent[0]?.[0] ?? majority(patterns)
}
