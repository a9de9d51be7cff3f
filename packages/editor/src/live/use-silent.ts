import type { Poll } from '@plenary/shared/ledger'

import { silentIn } from './here.ts'
import { useRecord } from './live.ts'

/** Who is here, might vote in it and has not. */
export function useSilent(poll: Poll): readonly string[] {
  const attendance = useRecord(({ attendance }) => attendance)
  const guests = useRecord(({ guests }) => guests)
  const roles = useRecord(({ roles }) => roles)
  const level = useRecord(({ level }) => level)
  return silentIn(poll, { attendance, guests, roles, level })
}
