import type { Whisper } from '@plenary/shared/protocol'

import { Button } from '../ui/button.tsx'
import { useObservable } from '../ui/use-observable.ts'
import { Card } from './card.tsx'
import { attendanceOf, shownName } from './here.ts'
import { useLive, useMay, useRecord, useSelf } from './live.ts'

/** What the server tells this person alone. */
export function Whispers() {
  const { ledger } = useLive()
  const whispers = useObservable(ledger.whispers)
  return whispers.map((whisper) => {
    const dismiss = () => ledger.dismiss(whisper)
    switch (whisper.whisper) {
      case 'nobody-writes':
        return <NobodyWrites key="nobody-writes" whisper={whisper} onDismiss={dismiss} />
      case 'not-checked-in':
        return <NotCheckedIn key={`not-here ${whisper.name}`} whisper={whisper} onDismiss={dismiss} />
    }
  })
}

interface WhisperProps<Kind extends Whisper['whisper']> {
  readonly whisper: Whisper & { readonly whisper: Kind }
  readonly onDismiss: () => void
}

function NobodyWrites({ whisper: { item, isNoteTaker }, onDismiss }: WhisperProps<'nobody-writes'>) {
  const { ask } = useLive()
  const agenda = useRecord(({ agenda }) => agenda)
  const text = agenda.find((one) => one.item === item)?.text ?? item
  const take = async () => {
    const done = await ask({ do: 'take-over' })
    if (done.ok) onDismiss()
  }
  return (
    <Card
      title={isNoteTaker ? 'Nobody has written for a while' : 'Nobody takes notes just now'}
      kind="Only for you"
      className="whisper"
      onDismiss={onDismiss}
    >
      <p>“{text}” is being talked about.</p>
      {!isNoteTaker && (
        <div className="card-actions">
          <Button look="primary" onClick={() => void take()}>
            Take notes
          </Button>
        </div>
      )}
    </Card>
  )
}

function NotCheckedIn({ whisper: { name, person }, onDismiss }: WhisperProps<'not-checked-in'>) {
  const { ask } = useLive()
  const me = useSelf()
  const mayAdd = useMay('check-in-others')
  const isHere = useRecord(({ attendance }) => attendanceOf(attendance, person ?? undefined)?.left === null)
  const guests = useRecord(({ guests }) => guests)
  const isMe = me !== null && person === me.id
  if (isHere || (!isMe && !mayAdd)) return null
  const add = async () => {
    const done = await ask({ do: 'check-in', as: 'present', ...(isMe ? {} : { attendee: { person, name } }) })
    if (done.ok) onDismiss()
  }
  return (
    <Card
      title={
        isMe
          ? 'You are not on the list of those present'
          : `Add ${shownName({ person, name }, guests)} to those present?`
      }
      kind="Only for you"
      className="whisper"
      onDismiss={onDismiss}
    >
      <div className="card-actions">
        <Button look="primary" onClick={() => void add()}>
          {isMe ? 'I’m here' : `Add ${name}`}
        </Button>
      </div>
    </Card>
  )
}
