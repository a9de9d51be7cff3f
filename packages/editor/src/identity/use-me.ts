import { useEffect, useState } from 'react'

import { getMe, type Me } from '../app/people-api.ts'
import { whenThere } from '../ui/when-there.ts'

/** Who the server takes this browser for; null until it has said so. */
export function useMe(): Me | null {
  const [me, setMe] = useState<Me | null>(null)
  useEffect(() => whenThere(getMe(), (outcome) => outcome.ok && setMe(outcome.value)), [])
  return me
}
