import type { Poll, PollCount as Count } from '@plenary/shared/ledger'

interface PollCountProps {
  readonly poll: Poll
  readonly count: Count
}

/** How people voted, as far as everybody may know it: the counts, by affiliation, and the reasons that were sent. */
export function PollCount({ poll: { terms, reasons }, count: { tally, affiliations } }: PollCountProps) {
  return (
    <>
      <ul className="tally">
        {terms.options.map((option, index) => (
          <li key={option}>
            <span>{option}</span>
            <strong>{tally[index] ?? 0}</strong>
          </li>
        ))}
      </ul>
      {affiliations !== null && affiliations.length > 1 && (
        <details>
          <summary>By affiliation</summary>
          <ul className="affiliations">
            {affiliations.map(({ affiliation, counts }) => (
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
          {/* They only become more, and two may say the same. */}
          {reasons.map(({ name, text }, index) => (
            <li key={index}>{name === null ? text : `${name}: ${text}`}</li>
          ))}
        </ul>
      )}
    </>
  )
}
