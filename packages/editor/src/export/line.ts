import type { Span } from './word-diff.ts'
import { diffWords } from './word-diff.ts'

/** One line as the panel shows it. */
export interface Line {
  readonly kind: 'same' | 'added' | 'removed'
  /** Where it stands: in the imported file for a removed line, else in the exported one. From 1. */
  readonly number: number
  /** Without its line end. */
  readonly text: string
  /** What differs inside it. */
  readonly marks: readonly Span[]
  /** What cannot be seen, in words: how the line ends, blanks at its end. Only for lines that differ. */
  readonly note: string | null
}

/** A stretch of the file: lines to be shown, or many equal ones that are folded until somebody asks. */
export interface Part {
  readonly kind: 'shown' | 'folded'
  readonly lines: readonly Line[]
}

/** A line with its line end, and on which side it stands. */
export interface LineChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** So many equal lines stay visible around a difference; folding fewer than `WORTH` more would only hide. */
const CONTEXT = 3
const WORTH = 4

/** The lines of both files in one column, with numbers, notes and the words that differ. */
export function linesOf(changes: readonly LineChange[]): readonly Line[] {
  const lines: Line[] = []
  let [before, after] = [0, 0]
  for (let at = 0; at < changes.length;) {
    const change = changes[at]
    if (change?.kind === 'same') {
      before++
      lines.push({ kind: 'same', number: ++after, text: withoutEnd(change.text), marks: [], note: null })
      at++
      continue
    }
    let end = at
    while (end < changes.length && changes[end]?.kind !== 'same') end++
    const hunk = changes.slice(at, end)
    const removed = hunk.filter(({ kind }) => kind === 'removed').map(({ text }) => text)
    const added = hunk.filter(({ kind }) => kind === 'added').map(({ text }) => text)
    for (const line of hunkLines(removed, added, before, after)) lines.push(line)
    before += removed.length
    after += added.length
    at = end
  }
  return lines
}

function hunkLines(removed: readonly string[], added: readonly string[], before: number, after: number): Line[] {
  const words = removed.map((text, index) => diffPair(text, added[index]))
  const line =
    (kind: 'removed' | 'added', start: number) =>
    (text: string, index: number): Line => ({
      kind,
      number: start + index + 1,
      text: withoutEnd(text),
      marks: words[index]?.[kind] ?? [],
      note: noteOf(text),
    })
  return [...removed.map(line('removed', before)), ...added.map(line('added', after))]
}

function diffPair(removed: string, added: string | undefined) {
  return added === undefined ? null : diffWords(withoutEnd(removed), withoutEnd(added))
}

/** Folds what is far from any difference. A file without differences is one folded part. */
export function partsOf(lines: readonly Line[]): readonly Part[] {
  const near = new Set<number>()
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'same') continue
    for (let at = index - CONTEXT; at <= index + CONTEXT; at++) near.add(at)
  }
  const parts: { kind: Part['kind']; lines: Line[] }[] = []
  for (const [index, line] of lines.entries()) {
    const kind = near.has(index) ? 'shown' : 'folded'
    const last = parts.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else parts.push({ kind, lines: [line] })
  }
  return joined(parts.map((part) => (part.lines.length < WORTH ? { ...part, kind: 'shown' } : part)))
}

function joined(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last?.kind === part.kind) result[result.length - 1] = { ...last, lines: [...last.lines, ...part.lines] }
    else result.push(part)
  }
  return result
}

/** How many lines differ: a line that was rewritten counts once, not once for each side. */
export function countDifferent(lines: readonly Line[]): number {
  let count = 0
  for (let at = 0; at < lines.length; at++) {
    const sides = { added: 0, removed: 0 }
    for (let line = lines[at]; line !== undefined && line.kind !== 'same'; line = lines[++at]) sides[line.kind]++
    count += Math.max(sides.added, sides.removed)
  }
  return count
}

function withoutEnd(text: string): string {
  return text.replace(/\r?\n$|\r$/, '').replace(/^\ufeff/, '')
}

function noteOf(text: string): string | null {
  const notes: string[] = []
  if (text.startsWith('\ufeff')) notes.push('byte order mark')
  const blanks = /[ \t]+(?=\r?\n?$)/.exec(text)?.[0].length ?? 0
  if (blanks > 0) notes.push(blanks === 1 ? 'a blank at the end' : `${blanks} blanks at the end`)
  if (text.endsWith('\r\n')) notes.push('CRLF')
  if (!text.endsWith('\n')) notes.push('no newline at the end')
  return notes.length === 0 ? null : notes.join(', ')
}
