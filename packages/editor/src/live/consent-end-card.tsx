import type { ConsentCall, ConsentEnd } from '@plenary/shared/ledger'

import { Card } from './card.tsx'
import { hasLapsed } from './lapsed.ts'

interface ConsentEndCardProps {
  readonly call: ConsentCall
  readonly onDismiss: () => void
}

/** What became of a consent call, until this person puts it away. An objection is not here: its vote is. */
export function ConsentEndCard({ call, onDismiss }: ConsentEndCardProps) {
  const { wording, end } = call
  if (end === null || end.end === 'objection') return null
  return (
    <Card title={wording} kind="Consent call" onDismiss={onDismiss}>
      <p>{wordsOf(call, end)}</p>
    </Card>
  )
}

function wordsOf(call: ConsentCall, end: Exclude<ConsentEnd, { end: 'objection' }>): string {
  if (end.end === 'consent') return `Nobody objected: agreed by consent, ${end.present} present.`
  if (!hasLapsed(call)) return 'The call was withdrawn.'
  return 'The call lapsed: its time ended while the server was away and nobody could object. Nothing is agreed.'
}
