import type { LineChange } from './line.ts'
import { commonPlaces } from './pairs.ts'

/** A line with its line end: CRLF, LF, or none at the end of a file. */
const LINE = /[^\n]*\n|[^\n]+$/g

/** What has to be taken away from and added to `before`, line by line, to make it `after`. Their line ends count. */
export function diffLines(before: string, after: string): readonly LineChange[] {
  const [old, now] = [before.match(LINE) ?? [], after.match(LINE) ?? []]
  const changes: LineChange[] = []
  // One by one: a file may have more lines than a call may have arguments.
  const change = (kind: LineChange['kind'], lines: readonly string[]) => {
    for (const text of lines) changes.push({ kind, text })
  }
  let [oldAt, nowAt] = [0, 0]
  for (const [oldSame, nowSame] of commonPlaces(old, now)) {
    change('removed', old.slice(oldAt, oldSame))
    change('added', now.slice(nowAt, nowSame))
    change('same', now.slice(nowSame, nowSame + 1))
    ;[oldAt, nowAt] = [oldSame + 1, nowSame + 1]
  }
  change('removed', old.slice(oldAt))
  change('added', now.slice(nowAt))
  return changes
}
