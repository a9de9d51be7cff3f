import { AtSign, CircleHelp, UserRoundX, Vote, type LucideIcon } from 'lucide-react'
import { memo } from 'react'

import type { Missing } from '../understanding/index.ts'
import { Rows, RowText } from './rows.tsx'
import { Section } from './section.tsx'

const ICONS: Readonly<Record<Missing['kind'], LucideIcon>> = {
  owner: AtSign,
  outcome: Vote,
  attendance: UserRoundX,
  initials: CircleHelp,
  ambiguous: CircleHelp,
}

/** What the minutes still lack; nothing at all where they lack nothing. */
export const MissingSection = memo(({ missing }: { readonly missing: readonly Missing[] }) => {
  if (missing.length === 0) return null
  return (
    <Section title="Missing" count={missing.length} tone="warning">
      <Rows label="Missing">
        {missing.map(({ key, kind, about }) => {
          const Icon = ICONS[kind]
          return (
            <li key={`${key}-${kind}`} className="side-row side-missing">
              <RowText row={key}>
                <Icon size={16} aria-hidden />
                <span>
                  <strong>{HEADS[kind]}</strong> {about}
                </span>
              </RowText>
            </li>
          )
        })}
      </Rows>
    </Section>
  )
})

const HEADS: Readonly<Record<Missing['kind'], string>> = {
  owner: 'No owner:',
  outcome: 'No outcome:',
  attendance: 'Not in the attendance:',
  initials: 'Whose initials?',
  ambiguous: 'Which one?',
}
