import { Vote } from 'lucide-react'
import { use } from 'react'

import { Button } from '../ui/button.tsx'
import type { PollRow } from '../understanding/index.ts'
import { LiveContext, useLive, useMay, useRecord } from './live.ts'
import { wishesOf } from './wishes.ts'

/** Beside a poll of the minutes: puts its question to everybody. Nothing where no meeting is live. */
export function OpenVoteButton({ row }: { readonly row: PollRow }) {
  return use(LiveContext) === null ? null : <Inner row={row} />
}

function Inner({ row: { key, id, question, outcome } }: { readonly row: PollRow }) {
  const { editor } = useLive()
  const isOpen = useRecord(({ polls }) => polls.some(({ terms, result }) => result === null && terms.block === id))
  const ended = useRecord(({ phase }) => phase.phase === 'ended')
  const runs = useMay('run-poll')
  if (!runs || ended || outcome !== null || editor === null) return null
  if (isOpen && id !== null) return <p className="side-note">The vote is open.</p>
  return (
    <Button
      className="side-vote"
      icon={<Vote size={16} aria-hidden />}
      aria-label={`Open the vote: ${question}`}
      onClick={() => wishesOf(editor)?.set({ wish: 'poll', key })}
    >
      Open the vote …
    </Button>
  )
}
