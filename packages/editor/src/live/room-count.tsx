import type { Poll } from '@plenary/shared/ledger'
import { useState, type SubmitEvent } from 'react'

import { Button } from '../ui/button.tsx'
import { useLive } from './live.ts'
import { optionWords } from './option-words.ts'

interface RoomCountProps {
  readonly poll: Poll
  readonly onDone: () => void
}

/** What was counted by hand among those who have no page. It takes the place of an earlier count. */
export function RoomCount({ poll: { poll, terms, room }, onDone }: RoomCountProps) {
  const { ask } = useLive()
  const [counts, setCounts] = useState<readonly string[]>(() => terms.options.map((_, at) => String(room?.[at] ?? '')))
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const done = await ask({ do: 'count-room', poll, counts: counts.map((count) => Number(count) || 0) })
    if (done.ok) onDone()
  }
  return (
    <form className="room-count" aria-label="Count of the room" onSubmit={(event) => void save(event)}>
      {terms.options.map((option, index) => (
        <label key={option}>
          <span>{option}</span>
          <input
            inputMode="numeric"
            pattern="[0-9]{0,4}"
            autoComplete="off"
            aria-label={`In the room: ${optionWords(option)}`}
            value={counts[index]}
            onChange={({ target }) =>
              setCounts(counts.map((count, at) => (at === index ? target.value.replaceAll(/\D/g, '') : count)))
            }
          />
        </label>
      ))}
      <Button type="submit">Set the count</Button>
    </form>
  )
}
