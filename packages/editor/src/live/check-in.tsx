import { Check, UserCheck } from 'lucide-react'

import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { attendanceOf } from './here.ts'
import { useLive, useMay, useRecord, useSelf } from './live.ts'

/** One tap says that one is here; once said, it can be made more exact or taken back. */
export function CheckIn() {
  const { ask } = useLive()
  const me = useSelf()
  const mine = useRecord(({ attendance }) => attendanceOf(attendance, me?.id))
  const ended = useRecord(({ phase }) => phase.phase === 'ended')
  if (!useMay('check-in') || ended) return null
  if (mine === undefined || mine.left !== null) {
    return (
      <Button
        look="primary"
        className="check-in"
        icon={<UserCheck size={18} aria-hidden />}
        onClick={() => void ask({ do: 'check-in', as: mine === undefined ? 'present' : mine.as })}
      >
        {mine === undefined ? 'I’m here' : 'I’m back'}
      </Button>
    )
  }
  return (
    <Popover
      label={`You are ${HERE[mine.as].toLowerCase()}. Change it`}
      className="check-in checked-in"
      face={
        <>
          <Check size={18} aria-hidden />
          <span>{HERE[mine.as]}</span>
        </>
      }
    >
      <div className="live-menu">
        {mine.as === 'present' ? (
          <Button look="quiet" onClick={() => void ask({ do: 'check-in', as: 'late' })}>
            I came late
          </Button>
        ) : (
          <Button look="quiet" onClick={() => void ask({ do: 'check-in', as: 'present' })}>
            I was here from the beginning
          </Button>
        )}
        {mine.as !== 'observer' && (
          <Button look="quiet" onClick={() => void ask({ do: 'check-in', as: 'observer' })}>
            I only observe
          </Button>
        )}
        <Button look="quiet" onClick={() => void ask({ do: 'leave' })}>
          I have to leave
        </Button>
        <Button look="quiet" onClick={() => void ask({ do: 'strike' })}>
          Take me off the list
        </Button>
      </div>
    </Popover>
  )
}

const HERE = { present: 'Here', late: 'Here, late', observer: 'Observing' } as const
