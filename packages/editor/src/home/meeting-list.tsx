import type { Meeting } from '@plenary/shared/meeting'
import { useState } from 'react'

import { Link } from '../app/link.tsx'
import { meetingPath } from '../app/router.ts'
import { Field } from '../ui/field.tsx'
import { Moment } from '../ui/moment.tsx'
import { useNow } from '../ui/use-now.ts'
import { matching } from './filter.ts'

/** From this many meetings on, a person looks for one rather than over all. */
const FILTER_FROM = 9

export function MeetingList({ meetings }: { readonly meetings: readonly Meeting[] }) {
  const [words, setWords] = useState('')
  const now = useNow()
  const shown = matching(meetings, words)
  return (
    <>
      {meetings.length >= FILTER_FROM && (
        <div className="home-filter">
          <Field
            type="search"
            label="Find a meeting by its title"
            hideLabel
            placeholder="Find a meeting"
            value={words}
            onWrite={setWords}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <output className="home-none">No meeting has “{words.trim()}” in its title.</output>
      ) : (
        <ul className="meeting-list">
          {shown.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} now={now} />
          ))}
        </ul>
      )}
    </>
  )
}

interface MeetingRowProps {
  readonly meeting: Meeting
  readonly now: number
}

function MeetingRow({ meeting, now }: MeetingRowProps) {
  const changed = meeting.updatedAt !== meeting.createdAt
  return (
    <li className="meeting-row">
      <Link href={meetingPath(meeting.id)}>{meeting.title}</Link>
      <p>
        {changed ? 'Changed ' : meeting.base === null ? 'Created ' : 'Imported '}
        <Moment iso={changed ? meeting.updatedAt : meeting.createdAt} now={now} />
      </p>
    </li>
  )
}
