import type { ConsentCall } from '@plenary/shared/ledger'
import { Hand } from 'lucide-react'

import { Button } from '../ui/button.tsx'
import { Card } from './card.tsx'
import { Countdown } from './countdown.tsx'
import { useLive, useMay } from './live.ts'

/** A consent call while it runs: its wording, the time that is left by the server's clock, and one way to object. */
export function ConsentCard({ call }: { readonly call: ConsentCall }) {
  const { ask } = useLive()
  const mayObject = useMay('object')
  const runs = useMay('call-consent')
  return (
    <Card title={call.wording} kind="Consent call" className="consent-card">
      <p className="consent-left">
        <Countdown className="consent-clock" due={call.due} />
        <span>until silence is consent</span>
      </p>
      {mayObject && (
        <Button
          className="object-button"
          icon={<Hand size={22} aria-hidden />}
          onClick={() => void ask({ do: 'object', consent: call.consent })}
        >
          I object
        </Button>
      )}
      <p className="card-note">Called by {call.by}. An objection makes it a vote on the same wording.</p>
      {runs && (
        <div className="card-actions">
          <Button look="quiet" onClick={() => void ask({ do: 'withdraw-consent', consent: call.consent })}>
            Withdraw the call
          </Button>
        </div>
      )}
    </Card>
  )
}
