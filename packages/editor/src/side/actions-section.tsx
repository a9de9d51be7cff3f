import { type Action, actionStyleOf, type Change, setDone, setDue, setOwners } from '@plenary/shared/blocks'
import { type Called, fold, isSamePerson } from '@plenary/shared/meeting'
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

export const ActionsSection = memo(({ actions, names }: ActionsSectionProps) => {
  const { me } = useDesk()
  const isOwn = (row: ActionRow): boolean => me !== undefined && isOwnedBy(row, me)
  const shown = me === undefined ? actions : [...actions.filter(isOwn), ...actions.filter((row) => !isOwn(row))]
  return (
    <Section title="Action items" count={countOf(actions)}>
      {actions.length === 0 ? (
        <p className="side-hint">
          A line that begins with <code>ACTION:</code> or <code>TODO:</code> shows here.
        </p>
      ) : (
        <Rows label="Action items">
          {shown.map((row) => (
            <Line key={row.key} row={row} names={names} isOwn={isOwn(row)} />
          ))}
        </Rows>
      )}
    </Section>
  )
})

function isOwnedBy({ owners }: ActionRow, me: Called): boolean {
  return owners.some(({ name, written }) => {
    const called = written.trim().replace(/^@/, '')
    return isSamePerson({ name: name ?? called }, me) || (me.handle !== undefined && fold(called) === fold(me.handle))
  })
}

interface LineProps {
  readonly row: ActionRow
  readonly names: readonly string[]
  readonly isOwn: boolean
}

const Line = memo(({ row, names, isOwn }: LineProps) => {
  const { editor, isEditable } = useDesk()
  const { key, text, owners, due, done } = row
  const edit = (plan: (action: Action, reading: Reading) => readonly Change[]) =>
    void changeEntry(editor, 'action', key, plan)
  return (
    <li className={done ? 'side-row side-action side-done' : 'side-row side-action'}>
      {/* All around the box is the box: a thumb is wide. */}
      <label className="side-tick">
        <input
          type="checkbox"
          aria-label={`Done: ${text}`}
          checked={done}
          disabled={!isEditable}
          onChange={() => edit((action, reading) => setDone(reading.document, action, !done, styleIn(reading, editor)))}
        />
      </label>
      <div className="side-body">
        <RowText row={key}>
          <span>{text}</span>
          {isOwn && <span className="side-own">yours</span>}
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
