import { useEffect, useState } from 'react'

import { getRoster, type RosterEntry } from '../app/people-api.ts'
import { whenThere } from '../ui/when-there.ts'
import { useLive } from './live.ts'

/** The people of this group's minutes; nobody until they have come. */
export function useRoster(): readonly RosterEntry[] {
  const { meeting } = useLive()
  const [roster, setRoster] = useState<readonly RosterEntry[]>([])
  useEffect(() => whenThere(getRoster(meeting), setRoster), [meeting])
  return roster
}
