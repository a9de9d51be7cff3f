/** The sum of the differences in words; null where nothing was imported. */
export function differenceWords(different: number | null): string {
  if (different === null) return 'New minutes, nothing imported'
  if (different === 0) return 'Identical to the imported file'
  return different === 1 ? '1 line differs from the imported file' : `${different} lines differ from the imported file`
}

/** What nobody can see in the text but a diff would show: how it begins, how its lines end, how it ends. */
export function invisibleThings(text: string): readonly string[] {
  const things: string[] = []
  if (text.startsWith('\ufeff')) things.push('Begins with a byte order mark')
  const crlf = text.match(/\r\n/g)?.length ?? 0
  const newlines = text.match(/\n/g)?.length ?? 0
  if (crlf > 0) things.push(crlf === newlines ? 'Lines end in CRLF' : 'Some lines end in CRLF')
  if (text !== '' && !text.endsWith('\n')) things.push('No newline at the end')
  return things
}

/** The name that a download gets: the title in lower case with hyphens, or «minutes». */
export function fileNameOf(title: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return `${name || 'minutes'}.md`
}
