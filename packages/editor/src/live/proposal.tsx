import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Card } from './card.tsx'
import { useLive, useMay, useRecord, useSelf } from './live.ts'
import { useProposal } from './use-proposal.ts'

/** Whom the rotation proposes next: they take it or let it pass, and whoever runs the meeting may let it pass for them. */
export function Proposal() {
  const { ask } = useLive()
  const me = useSelf()
  const proposal = useProposal()
  const isExempt = useRecord(({ exempt }) => me !== null && exempt.has(me.id))
  const isMine = useRecord(({ noteTakers }) => noteTakers.some(({ person }) => person === me?.id))
  const runs = useMay('run-agenda')
  return (
    <div className="proposal">
      {proposal !== null && (
        <>
          <p>
            Next in line: <strong>{proposal.person.person === me?.id ? 'you' : proposal.person.name}</strong>
            <span className="turn-kind"> {proposal.fact}</span>
          </p>
          <div className="card-actions">
            {isMine && proposal.person.person !== me?.id && (
              <Button
                onClick={() => void ask({ do: 'hand-over', to: proposal.person.person, name: proposal.person.name })}
              >
                Hand over
              </Button>
            )}
            {(runs || proposal.person.person === me?.id) && (
              <Button look="quiet" onClick={() => void ask({ do: 'pass', person: proposal.person.person })}>
                Pass to the next
              </Button>
            )}
          </div>
        </>
      )}
      {me !== null && (
        <Check checked={isExempt} onToggle={() => void ask({ do: 'exempt', exempt: !isExempt })}>
          Do not propose me
        </Check>
      )}
    </div>
  )
}

/** Asks whoever is next in line, while nobody takes notes of a meeting that runs. */
export function ProposalCard() {
  const { ask } = useLive()
  const me = useSelf()
  const proposal = useProposal()
  const isWanting = useRecord(({ noteTakers, phase }) => noteTakers.length === 0 && phase.phase === 'running')
  if (!isWanting || me === null || proposal?.person.person !== me.id || proposal.hasPassed) return null
  return (
    <Card title="Would you take the notes?" kind="Next in line: you" className="whisper">
      <p className="card-note">Nobody takes notes yet. You {proposal.fact}.</p>
      <div className="card-actions">
        <Button look="primary" onClick={() => void ask({ do: 'take-over' })}>
          Take notes
        </Button>
        <Button onClick={() => void ask({ do: 'pass' })}>Pass</Button>
      </div>
    </Card>
  )
}
