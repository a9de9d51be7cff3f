import { memo } from 'react'

import type { DecisionRow } from '../understanding/index.ts'
import { Rows, RowText } from './rows.tsx'
import { Section } from './section.tsx'

export const DecisionsSection = memo(({ decisions }: { readonly decisions: readonly DecisionRow[] }) => (
  <Section title="Decisions" count={decisions.length}>
    {decisions.length === 0 ? (
      <p className="side-hint">
        A line that begins with <code>RESOLVED:</code> or <code>Decision:</code> shows here.
      </p>
    ) : (
      <Rows label="Decisions">
        {decisions.map(({ key, text }) => (
          <li key={key} className="side-row">
            <RowText row={key}>
              <span>{text}</span>
            </RowText>
          </li>
        ))}
      </Rows>
    )}
  </Section>
))
