import { PRESENCES, type Presence, removeAttendee, setNoteTaker, setPresence } from '@plenary/shared/blocks'
import { NotebookPen, X } from 'lucide-react'
import { memo } from 'react'

import { formsOf } from '../style/house.ts'
import { SuggestField } from '../ui/suggest-field.tsx'
import { change, changeEntry, type PersonRow } from '../understanding/index.ts'
import { addTyped } from './add-person.ts'
import { useDesk } from './desk.ts'
import { Rows, RowText } from './rows.tsx'
import { Section } from './section.tsx'
import { useFoldedField } from './use-folded-field.ts'

interface PeopleSectionProps {
  readonly people: readonly PersonRow[]
  readonly noteTakers: readonly string[]
  /** Who is not in the attendance but may well be there: whoever speaks, and whoever has the page open. */
  readonly others: readonly string[]
}

export const PeopleSection = memo(({ people, noteTakers, others }: PeopleSectionProps) => {
  const { editor, isEditable } = useDesk()
  return (
    <Section title="People" count={countOf(people)}>
      <NoteTaker noteTakers={noteTakers} names={people.map(({ name }) => name)} />
      {people.length > 0 && (
        <Rows label="People">
          {people.map((row) => (
            <Line key={row.key} row={row} />
          ))}
        </Rows>
      )}
      {isEditable && (
        <div className="side-add">
          <SuggestField
            label="Add a person"
            placeholder="Add a person"
            suggestions={others}
            onPick={(typed) =>
              void change(editor, (reading) => addTyped(reading, typed, formsOf(editor.state)?.attendance))
            }
          />
        </div>
      )}
    </Section>
  )
})

const Line = memo(({ row: { key, name, initials, affiliation, state } }: { readonly row: PersonRow }) => {
  const { editor, isEditable } = useDesk()
  return (
    <li className={`side-row side-person side-${state}`}>
      <RowText row={key}>
        <span>
          {name}
          {initials !== null && <span className="side-note"> {initials}</span>}
          {affiliation !== null && <span className="side-note side-affiliation">{affiliation}</span>}
        </span>
      </RowText>
      <select
        className="side-state"
        aria-label={`${name} is`}
        value={state}
        disabled={!isEditable}
        onChange={(event) => {
          const wanted = event.target.value as Presence
          void changeEntry(editor, 'person', key, ({ attendee }, { document, understanding }) =>
            setPresence(document, understanding.attendances, attendee, wanted),
          )
        }}
      >
        {PRESENCES.map((presence) => (
          <option key={presence}>{presence}</option>
        ))}
      </select>
      {isEditable && (
        <button
          type="button"
          className="side-remove"
          aria-label={`Take ${name} off the attendance`}
          title="Take off the attendance"
          onClick={() =>
            void changeEntry(editor, 'person', key, ({ attendee, attendance }, { document }) =>
              removeAttendee(document, attendance, attendee),
            )
          }
        >
          <X size={15} aria-hidden />
        </button>
      )}
    </li>
  )
})

function countOf(people: readonly PersonRow[]): string {
  const there = people.filter(({ state }) => state !== 'regrets' && state !== 'absent').length
  return there === people.length ? String(there) : `${there} of ${people.length}`
}

interface NoteTakerProps {
  readonly noteTakers: readonly string[]
  readonly names: readonly string[]
}

function NoteTaker({ noteTakers, names }: NoteTakerProps) {
  const { editor, isEditable } = useDesk()
  const { isOpen, button, open, leave, onBlur } = useFoldedField()
  const said = noteTakers.length === 0 ? 'nobody yet' : noteTakers.join(', ')
  return (
    <div className="side-note-taker" onBlur={onBlur}>
      <NotebookPen size={16} aria-hidden />
      {isOpen && isEditable ? (
        <SuggestField
          label="Note taker"
          placeholder="Note taker"
          takesFocus
          suggestions={names}
          onPick={(name) => {
            void change(editor, ({ document, understanding }) =>
              setNoteTaker(document, understanding.attendances, { name }, formsOf(editor.state)?.noteTaker),
            )
            leave()
          }}
          onLeave={leave}
        />
      ) : (
        <button ref={button} type="button" className="side-chip" disabled={!isEditable} onClick={open}>
          <span className="side-note">Notes:</span> {said}
        </button>
      )}
    </div>
  )
}
