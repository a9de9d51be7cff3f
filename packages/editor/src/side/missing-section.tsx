import { AtSign, CircleHelp, UserRoundX, Vote, type LucideIcon } from 'lucide-react'
import { memo } from 'react'

import { MISSING_HEADS, type MissingRow } from '../understanding/index.ts'
import { Rows, RowText } from './rows.tsx'
import { Section } from './section.tsx'

const ICONS: Readonly<Record<MissingRow['kind'], LucideIcon>> = {
  'action-without-owner': AtSign,
  'poll-without-outcome': Vote,
  'unlisted-speaker': UserRoundX,
  'unknown-initials': CircleHelp,
  'ambiguous-name': CircleHelp,
}

/** What the minutes still lack; nothing at all where they lack nothing. */
export const MissingSection = memo(({ missing }: { readonly missing: readonly MissingRow[] }) => {
  if (missing.length === 0) return null
  return (
    <Section title="Missing" count={missing.length} tone="warning">
      <Rows label="Missing">
        {missing.map(({ key, kind, about, names }) => {
          const Icon = ICONS[kind]
          return (
            <li key={key} className="side-row side-missing">
              <RowText row={key}>
                <Icon size={16} aria-hidden />
                <span>
                  <strong>{MISSING_HEADS[kind]}</strong> {about}
                  {names.length > 0 && <span className="side-note"> {names.join(' or ')}</span>}
                </span>
              </RowText>
            </li>
          )
        })}
      </Rows>
    </Section>
  )
})
