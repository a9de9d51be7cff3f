import type { ConsentCall } from '@plenary/shared/ledger'

import { Card } from './card.tsx'

interface ConsentEndCardProps {
  readonly call: ConsentCall
  readonly onDismiss: () => void
}

/** What became of a consent call, until this person puts it away. An objection is not here: its vote is. */
export function ConsentEndCard({ call: { wording, end }, onDismiss }: ConsentEndCardProps) {
  if (end === null || end.end === 'objection') return null
  return (
    <Card title={wording} kind="Consent call" onDismiss={onDismiss}>
      <p>
        {end.end === 'withdrawn'
          ? 'The call was withdrawn.'
          : `Nobody objected: agreed by consent, ${end.present} present.`}
      </p>
    </Card>
  )
}
