import { useEffect, useState } from 'react'

import { getMe } from '../app/people-api.ts'
import { Button } from '../ui/button.tsx'
import { whenThere } from '../ui/when-there.ts'
import { useLive, useRecord, useYou } from './live.ts'

/** Offered where it is granted: on a server that is open to all, in a meeting that nobody chairs. */
export function TakeChair() {
  const { ask } = useLive()
  const hasChair = useRecord(({ roles }) => [...roles.values()].includes('chair'))
  const role = useYou()?.role ?? null
  const [isOpen, setOpen] = useState(false)
  useEffect(() => whenThere(isOpenServer(), setOpen), [])
  if (!isOpen || hasChair || role === null || role === 'chair' || role === 'reader') return null
  return (
    <Button look="quiet" onClick={() => void ask({ do: 'take-chair' })}>
      Take the chair
    </Button>
  )
}

async function isOpenServer(): Promise<boolean> {
  const me = await getMe()
  return me.ok && me.value.access === 'open'
}
