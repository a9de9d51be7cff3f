import { memo, useMemo } from 'react'

import { useObservable } from '../ui/use-observable.ts'
import type { LiveUnderstanding } from '../understanding/index.ts'
import { ActionsSection } from './actions-section.tsx'
import { DecisionsSection } from './decisions-section.tsx'
import { type Desk, DeskContext } from './desk.ts'
import { MissingSection } from './missing-section.tsx'
import { OutlineSection } from './outline-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PollsSection } from './polls-section.tsx'

import './side.css'

interface SidePanelProps {
  readonly desk: Desk
  readonly live: LiveUnderstanding
  /** The names of those who have the page open. */
  readonly here: readonly string[]
}

/** The meeting as its minutes tell it, part by part. It is drawn when there is something new to see, never for a key. */
export const SidePanel = memo(({ desk, live, here }: SidePanelProps) => {
  const { missing, outline, people, noteTakers, actions, decisions, polls } = useObservable(live.overview)
  const names = useMemo(() => [...new Set(people.map(({ name }) => name))], [people])
  const others = useMemo(() => {
    const strangers = missing.filter(({ kind }) => kind === 'unlisted-speaker').map(({ about }) => about)
    return [...new Set([...strangers, ...here])].filter((name) => !names.includes(name))
  }, [missing, here, names])
  return (
    <DeskContext value={desk}>
      <div className="side">
        <MissingSection missing={missing} />
        <OutlineSection outline={outline} names={names} />
        <PeopleSection people={people} noteTakers={noteTakers} others={others} />
        <ActionsSection actions={actions} names={names} />
        <DecisionsSection decisions={decisions} />
        <PollsSection polls={polls} names={names} />
      </div>
    </DeskContext>
  )
})
