import { memo, useMemo, useState } from 'react'

import { Button } from '../ui/button.tsx'
import { partsOf, type Line } from './line.ts'
import type { Span } from './word-diff.ts'

interface DiffViewProps {
  readonly lines: readonly Line[]
  /** Every line, or only those near a difference. */
  readonly whole: boolean
}

/** Lines are drawn in groups of this many, so that the browser can pass over those that are out of sight. */
const GROUP = 100

/** The text of the file, line by line. */
export function DiffView({ lines, whole }: DiffViewProps) {
  const parts = useMemo(() => (whole ? [{ kind: 'shown' as const, lines }] : partsOf(lines)), [lines, whole])
  return (
    // It scrolls, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="diff" aria-label="The file" tabIndex={0}>
      {parts.map((part) => {
        const key = `${part.lines[0]?.kind}-${part.lines[0]?.number}`
        return part.kind === 'shown' ? <Lines key={key} lines={part.lines} /> : <Folded key={key} lines={part.lines} />
      })}
    </section>
  )
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const groups = Array.from({ length: Math.ceil(lines.length / GROUP) }, (_, at) =>
    lines.slice(at * GROUP, (at + 1) * GROUP),
  )
  return groups.map((group) => <Group key={`${group[0]?.kind}-${group[0]?.number}`} lines={group} />)
}

/** Equal lines, behind a button that says how many. */
function Folded({ lines }: { readonly lines: readonly Line[] }) {
  const [open, setOpen] = useState(false)
  if (open) return <Lines lines={lines} />
  return (
    <Button look="quiet" className="diff-fold" onClick={() => setOpen(true)}>
      {lines.length} equal lines
    </Button>
  )
}

const Group = memo(
  ({ lines }: { readonly lines: readonly Line[] }) => (
    <div className="diff-group">
      {lines.map((line) => (
        <Row key={`${line.kind}-${line.number}`} line={line} />
      ))}
    </div>
  ),
  (before, after) => JSON.stringify(before.lines) === JSON.stringify(after.lines),
)

function Row({ line }: { readonly line: Line }) {
  const text = <Marked text={line.text} marks={line.marks} />
  return (
    <div className={`diff-row diff-${line.kind}`}>
      <span className="diff-number" aria-hidden>
        {line.number}
      </span>
      <span className="diff-sign" aria-hidden>
        {line.kind === 'added' ? '+' : line.kind === 'removed' ? '−' : ''}
      </span>
      <span className="diff-text">
        {line.kind === 'added' ? <ins>{text}</ins> : line.kind === 'removed' ? <del>{text}</del> : text}
        {line.note !== null && <small className="diff-note">{line.note}</small>}
      </span>
    </div>
  )
}

function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Span[] }) {
  if (marks.length === 0) return text
  return marks.map(([from, to], at) => (
    <span key={from}>
      {text.slice(marks[at - 1]?.[1] ?? 0, from)}
      <mark>{text.slice(from, to)}</mark>
      {at === marks.length - 1 && text.slice(to)}
    </span>
  ))
}
