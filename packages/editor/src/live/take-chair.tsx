import { Button } from '../ui/button.tsx'
import { useLive, useYou } from './live.ts'

/** Offered where the server says that it is granted: where it is open to all, in a meeting that nobody chairs. */
export function TakeChair() {
  const { ask } = useLive()
  if (useYou()?.mayTakeChair !== true) return null
  return (
    <Button look="quiet" onClick={() => void ask({ do: 'take-chair' })}>
      Take the chair
    </Button>
  )
}
