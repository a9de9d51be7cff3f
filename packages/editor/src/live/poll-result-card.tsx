import type { Poll, PollResult } from '@plenary/shared/ledger'

import { Card } from './card.tsx'
import { OUTCOME_WORDS } from './outcome-words.ts'

interface PollResultCardProps {
  readonly poll: Poll
  readonly result: PollResult
  readonly onDismiss: () => void
}

/** How a poll ended, until this person puts it away. */
export function PollResultCard({ poll: { terms, reasons }, result, onDismiss }: PollResultCardProps) {
  return (
    <Card title={terms.question === '' ? 'Poll' : terms.question} kind="Vote closed" onDismiss={onDismiss}>
      <ul className="tally">
        {terms.options.map((option, index) => (
          <li key={option}>
            <span>{option}</span>
            <strong>{result.tally[index] ?? 0}</strong>
          </li>
        ))}
      </ul>
      <p>
        <strong>{OUTCOME_WORDS[result.outcome.kind]}</strong>
        {result.outcome.sentence !== '' && `: ${result.outcome.sentence}`}
      </p>
      {result.affiliations !== null && result.affiliations.length > 1 && (
        <details>
          <summary>By affiliation</summary>
          <ul className="affiliations">
            {result.affiliations.map(({ affiliation, counts }) => (
              <li key={affiliation}>
                {affiliation === '' ? 'None' : affiliation}:{' '}
                {counts.map((count, index) => `${count} ${terms.options[index]}`).join(', ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {reasons.length > 0 && (
        <ul className="reasons">
          {reasons.map(({ name, text }) => (
            <li key={`${name}${text}`}>{name === null ? text : `${name}: ${text}`}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}
