import type { NoteTaker } from '@plenary/shared/ledger'
import type { PersonId } from '@plenary/shared/meeting'
import { NotebookPen } from 'lucide-react'

import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { presentIn } from './here.ts'
import { useLive, useMay, useRecord, useSelf } from './live.ts'
import { Proposal } from './proposal.tsx'

/** Who takes notes, for everybody to see, and the way to take over or hand over. */
export function NoteTaking() {
  const noteTakers = useRecord(({ noteTakers }) => noteTakers)
  const me = useSelf()
  const names = namesOf(noteTakers, me?.id)
  const words = names === '' ? 'Nobody takes notes' : `Notes: ${names}`
  return (
    <Popover
      label={`${words}. Change it`}
      className={names === '' ? 'note-taking note-taking-wanting' : 'note-taking'}
      face={
        <>
          <NotebookPen size={18} aria-hidden />
          <span>{names === '' ? 'Nobody takes notes' : names}</span>
        </>
      }
    >
      <NoteTakingPanel />
    </Popover>
  )
}

/** What can be done about who takes notes. */
export function NoteTakingPanel() {
  const { ask } = useLive()
  const me = useSelf()
  const noteTakers = useRecord(({ noteTakers }) => noteTakers)
  const isMine = noteTakers.some(({ person }) => person === me?.id)
  const others = noteTakers.filter(({ person }) => person !== me?.id)
  const mayTake = useMay('take-notes')
  const names = namesOf(noteTakers, me?.id)
  return (
    <div className="note-taking-panel">
      <p>{names === '' ? 'Nobody takes notes yet.' : `${names} ${areTaking(noteTakers, me?.id)} notes.`}</p>
      {mayTake && !isMine && (
        <div className="live-menu">
          {others.map(({ person, name }) => (
            <Button key={person} look="primary" onClick={() => void ask({ do: 'take-over', from: person })}>
              Take over from {name}
            </Button>
          ))}
          <Button look={others.length === 0 ? 'primary' : 'plain'} onClick={() => void ask({ do: 'take-over' })}>
            {others.length === 0 ? 'Take notes' : 'Take notes as well'}
          </Button>
        </div>
      )}
      {isMine && <HandOver me={me?.id} />}
      <Proposal />
    </div>
  )
}

/** Whoever takes notes gives them to somebody who is here, or just stops. */
function HandOver({ me }: { readonly me: PersonId | undefined }) {
  const { ask } = useLive()
  const attendance = useRecord(({ attendance }) => attendance)
  const noteTakers = useRecord(({ noteTakers }) => noteTakers)
  const others = presentIn({ attendance }).flatMap(({ attendee: { person, name } }) =>
    person === null || person === me || noteTakers.some((taker) => taker.person === person) ? [] : [{ person, name }],
  )
  return (
    <div className="live-menu">
      {others.map(({ person, name }) => (
        <Button key={person} look="plain" onClick={() => void ask({ do: 'hand-over', to: person, name })}>
          Hand over to {name}
        </Button>
      ))}
      {others.length === 0 && <p className="card-note">Nobody else has checked in to hand over to.</p>}
      <Button look="quiet" onClick={() => void ask({ do: 'stop-taking-notes' })}>
        Stop taking notes
      </Button>
    </div>
  )
}

function namesOf(noteTakers: readonly NoteTaker[], me: PersonId | undefined): string {
  return noteTakers.map(({ person, name }) => (person === me ? `${name} (you)` : name)).join(', ')
}

function areTaking(noteTakers: readonly NoteTaker[], me: PersonId | undefined): string {
  return noteTakers.length === 1 && noteTakers[0]?.person !== me ? 'takes' : 'take'
}
