import { nextNoteTakers, type PastNoteTaking, type Proposal } from '@plenary/shared/ledger'
import type { Called, PersonId } from '@plenary/shared/meeting'
import { useEffect, useMemo, useState } from 'react'

import { whenThere } from '../ui/when-there.ts'
import { openItemOf } from './agenda.ts'
import { presentIn } from './here.ts'
import { useLive, useRecord } from './live.ts'
import { presentersIn, useAgenda } from './use-agenda.ts'

/** Somebody who is here, by their identity, and could take notes. */
interface Candidate extends Called {
  readonly person: PersonId
}

/** Whom the rotation proposes to take notes next; null where nobody is left to ask. */
export function useProposal(): Proposal<Candidate> | null {
  const { editor, pastNoteTaking } = useLive()
  const [past, setPast] = useState<readonly PastNoteTaking[]>([])
  useEffect(() => whenThere(pastNoteTaking(), setPast), [pastNoteTaking])
  const attendance = useRecord(({ attendance }) => attendance)
  const noteTakers = useRecord(({ noteTakers }) => noteTakers)
  const exempt = useRecord(({ exempt }) => exempt)
  const passed = useRecord(({ passed }) => passed)
  const item = useRecord(({ agenda }) => openItemOf(agenda))
  const { plan } = useAgenda()
  return useMemo(() => {
    const present = presentIn({ attendance }).flatMap(({ as, attendee: { person, name, handle } }): Candidate[] =>
      person === null || as === 'observer' ? [] : [{ person, name, ...(handle === undefined ? {} : { handle }) }],
    )
    const among = (people: ReadonlySet<PersonId>) => present.filter(({ person }) => people.has(person))
    // As it was when the item was opened, and as its line says by now.
    const own = plan.find((one) => one.item === item?.item)
    const presenting = [...(item?.presenters ?? []), ...(own === undefined ? [] : presentersIn(editor, own))]
    return (
      nextNoteTakers({
        past,
        present,
        presenting,
        exempt: among(exempt),
        passed: among(passed),
        current: noteTakers,
      })[0] ?? null
    )
  }, [editor, past, attendance, noteTakers, exempt, passed, plan, item])
}
