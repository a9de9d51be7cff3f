import { memo } from 'react'

import { type ActionRow, changeEntry } from '../understanding/index.ts'
import { setDone, setDue, setOwners } from './action-edits.ts'
import { useDesk } from './desk.ts'
import { DueField } from './due-field.tsx'
import { OwnerField } from './owner-field.tsx'
import { Rows, RowText } from './rows.tsx'
import { Section } from './section.tsx'

interface ActionsSectionProps {
  readonly actions: readonly ActionRow[]
  /** Who can be named as owner. */
  readonly names: readonly string[]
}

export const ActionsSection = memo(({ actions, names }: ActionsSectionProps) => (
  <Section title="Action items" count={countOf(actions)}>
    {actions.length === 0 ? (
      <p className="side-hint">
        A line that begins with <code>ACTION:</code> or <code>TODO:</code> shows here.
      </p>
    ) : (
      <Rows label="Action items">
        {actions.map((row) => (
          <Line key={row.key} row={row} names={names} />
        ))}
      </Rows>
    )}
  </Section>
))

const Line = memo(({ row, names }: { readonly row: ActionRow; readonly names: readonly string[] }) => {
  const { editor, isEditable } = useDesk()
  const { key, text, owners, due, done } = row
  return (
    <li className={done ? 'side-row side-action side-done' : 'side-row side-action'}>
      <input
        type="checkbox"
        aria-label={`Done: ${text}`}
        checked={done}
        disabled={!isEditable}
        onChange={() => changeEntry(editor, 'action', key, (action) => setDone(action, !done))}
      />
      <div className="side-body">
        <RowText row={key}>
          <span>{text}</span>
        </RowText>
        <div className="side-fields">
          <OwnerField
            owners={owners}
            names={names}
            disabled={!isEditable}
            isWanting={!done}
            onChange={(owners) => changeEntry(editor, 'action', key, (action) => setOwners(action, owners))}
          />
          <DueField
            due={due}
            disabled={!isEditable}
            onChange={(due) => changeEntry(editor, 'action', key, (action) => setDue(action, due))}
          />
        </div>
      </div>
    </li>
  )
})

function countOf(actions: readonly ActionRow[]): string {
  const open = actions.filter(({ done }) => !done).length
  return open === actions.length ? String(open) : `${open} of ${actions.length} open`
}
