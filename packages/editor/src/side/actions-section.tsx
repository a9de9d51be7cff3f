import { type Action, actionStyleOf, type Change, setDone, setDue, setOwners } from '@plenary/shared/blocks'
import type { Editor } from '@tiptap/core'
import { memo } from 'react'

import { formsOf } from '../style/house.ts'
import { type ActionRow, changeEntry, type Reading } from '../understanding/index.ts'
import { useDesk } from './desk.ts'
import { DueField } from './due-field.tsx'
import { OwnerField } from './owner-field.tsx'
import { ownerWords } from './owner-words.ts'
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
  const edit = (plan: (action: Action, reading: Reading) => readonly Change[]) =>
    void changeEntry(editor, 'action', key, plan)
  return (
    <li className={done ? 'side-row side-action side-done' : 'side-row side-action'}>
      <input
        type="checkbox"
        aria-label={`Done: ${text}`}
        checked={done}
        disabled={!isEditable}
        onChange={() => edit((action, reading) => setDone(reading.document, action, !done, styleIn(reading, editor)))}
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
            onChange={(owners) =>
              edit((action, reading) => {
                const words = owners.map((owner) => ownerWords(owner, action, reading, formsOf(editor.state)?.action))
                return setOwners(reading.document, action, words, styleIn(reading, editor))
              })
            }
          />
          <DueField
            due={due}
            disabled={!isEditable}
            onChange={(due) =>
              edit((action, reading) => setDue(reading.document, action, due, styleIn(reading, editor)))
            }
          />
        </div>
      </div>
    </li>
  )
})

/** How these minutes write their action items, for what a line does not say itself. */
function styleIn({ document, understanding }: Reading, { state }: Editor) {
  return actionStyleOf(document, understanding.actions, formsOf(state)?.action)
}

function countOf(actions: readonly ActionRow[]): string {
  const open = actions.filter(({ done }) => !done).length
  return open === actions.length ? String(open) : `${open} of ${actions.length} open`
}
