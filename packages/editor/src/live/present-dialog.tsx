import type { Attendee } from '@plenary/shared/ledger'
import { type PersonId, ROLES } from '@plenary/shared/meeting'

import { ROLE_WORDS } from '../identity/role-words.ts'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SuggestField } from '../ui/suggest-field.tsx'
import { shownName } from './here.ts'
import { useLive, useMay, useRecord, useSelf } from './live.ts'
import { useOverview } from './use-overview.ts'
import { useRoster } from './use-roster.ts'

/** The note taker says who is here of those who have no page: one press for each name, and a field for the others. */
export function PresentDialog({ onClose }: { readonly onClose: () => void }) {
  const { ask } = useLive()
  const attendance = useRecord(({ attendance }) => attendance)
  const guests = useRecord(({ guests }) => guests)
  const { people } = useOverview()
  const roster = useRoster()
  const me = useSelf()
  const givesRoles = useMay('give-role')
  const listed = people.filter(({ name }) => !attendance.some(({ attendee }) => attendee.name === name))
  const known = new Set([...people.map(({ name }) => name), ...attendance.map(({ attendee }) => attendee.name)])
  const checkIn = (attendee: Attendee) => void ask({ do: 'check-in', as: 'present', attendee })
  return (
    <Dialog title="Who is here" beginsAt="top" onClose={onClose}>
      <ul className="present-list">
        {attendance.map(({ attendee, left }) => (
          <li key={attendee.person ?? attendee.name}>
            <Check
              checked={left === null}
              onToggle={() => (left === null ? void ask({ do: 'leave', attendee }) : checkIn(attendee))}
            >
              {shownName(attendee, guests)}
              {attendee.affiliation !== undefined && <span className="turn-kind"> {attendee.affiliation}</span>}
            </Check>
            {givesRoles && attendee.person !== null && attendee.person !== me?.id && (
              <RoleChoice person={attendee.person} name={attendee.name} />
            )}
          </li>
        ))}
        {listed.map(({ key, name, affiliation }) => (
          <li key={key}>
            <Check
              checked={false}
              onToggle={() => checkIn({ person: null, name, ...(affiliation === null ? {} : { affiliation }) })}
            >
              {name}
              {affiliation !== null && <span className="turn-kind"> {affiliation}</span>}
            </Check>
          </li>
        ))}
      </ul>
      <SuggestField
        label="Somebody else"
        placeholder="Somebody else"
        suggestions={roster.map(({ name }) => name).filter((name) => !known.has(name))}
        onPick={(name) => {
          const { affiliation, handle } = roster.find((one) => one.name === name) ?? {}
          checkIn({
            person: null,
            name,
            ...(affiliation === undefined ? {} : { affiliation }),
            ...(handle === undefined ? {} : { handle }),
          })
        }}
      />
    </Dialog>
  )
}

/** What somebody is in this meeting; the empty choice is what they are anyway. */
function RoleChoice({ person, name }: { readonly person: PersonId; readonly name: string }) {
  const { ask } = useLive()
  const role = useRecord(({ roles }) => roles.get(person) ?? null)
  return (
    <select
      className="role-choice"
      aria-label={`${name} is`}
      value={role ?? ''}
      onChange={({ target }) =>
        void ask({ do: 'give-role', person, name, role: ROLES.find((one) => one === target.value) ?? null })
      }
    >
      <option value="">as invited</option>
      {ROLES.map((one) => (
        <option key={one} value={one}>
          {ROLE_WORDS[one].toLowerCase()}
        </option>
      ))}
    </select>
  )
}
