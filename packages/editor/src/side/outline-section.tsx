import { memo, type CSSProperties } from 'react'

import type { OutlineRow } from '../understanding/index.ts'
import { Rows, RowText } from './rows.tsx'
import { Section } from './section.tsx'

/** The headings, with the topics of the agenda among them and the minutes that are planned for each. */
export const OutlineSection = memo(({ outline }: { readonly outline: readonly OutlineRow[] }) => (
  <Section title="Outline and agenda" count={planned(outline)}>
    {outline.length === 0 ? (
      <p className="side-hint">Headings and the agenda show here.</p>
    ) : (
      <Rows label="Outline and agenda">
        {outline.map((row) => (
          <Line key={row.key} row={row} />
        ))}
      </Rows>
    )}
  </Section>
))

const Line = memo(({ row: { key, text, depth, isTopic, minutes, presenter } }: { readonly row: OutlineRow }) => (
  <li
    className={isTopic ? 'side-row side-topic' : 'side-row side-heading'}
    style={{ '--depth': depth } as CSSProperties}
  >
    <RowText row={key}>
      <span>
        {text}
        {presenter !== null && <span className="side-note"> {presenter}</span>}
      </span>
      {minutes !== null && <span className="side-minutes">{minutes} min</span>}
    </RowText>
  </li>
))

function planned(outline: readonly OutlineRow[]): string {
  const sum = outline.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  return sum > 0 ? `${sum} min` : String(outline.length)
}
