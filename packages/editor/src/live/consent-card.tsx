import type { ConsentCall } from '@plenary/shared/ledger'
import { Hand } from 'lucide-react'
import { useCallback } from 'react'

import { Button } from '../ui/button.tsx'
import { Card } from './card.tsx'
import { countdownWords } from './clock-words.ts'
import { useLive, useMay } from './live.ts'
import { Ticking } from './ticking.tsx'

/** A consent call while it runs: its wording, the time that is left by the server's clock, and one way to object. */
export function ConsentCard({ call }: { readonly call: ConsentCall }) {
  const { ask } = useLive()
  const mayObject = useMay('object')
  const runs = useMay('call-consent')
  const left = useCallback((now: number) => countdownWords(Date.parse(call.due) - now), [call.due])
  return (
    <Card title={call.wording} kind="Consent call" className="consent-card">
      <p className="consent-left">
        <Ticking className="consent-clock" words={left} />
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
