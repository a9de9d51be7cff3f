import { setCount, setOutcome } from '@plenary/shared/blocks'
import { memo, useId } from 'react'

import { OpenVoteButton } from '../live/open-vote-button.tsx'
import { changeEntry, type PollRow } from '../understanding/index.ts'
import { useDesk } from './desk.ts'
import { Rows, RowText } from './rows.tsx'
import { Section } from './section.tsx'
import { useTyped } from './use-typed.ts'

export const PollsSection = memo(({ polls }: { readonly polls: readonly PollRow[] }) => (
  <Section title="Polls" count={polls.length}>
    {polls.length === 0 ? (
      <p className="side-hint">
        A line that begins with <code>POLL:</code> and a table of counts show here.
      </p>
    ) : (
      <Rows label="Polls">
        {polls.map((row) => (
          <Line key={row.key} row={row} />
        ))}
      </Rows>
    )}
  </Section>
))

const Line = memo(({ row }: { readonly row: PollRow }) => {
  const { key, question, options, abstain, outcome } = row
  const { editor } = useDesk()
  const title = question === '' ? 'Poll' : question
  return (
    <li className="side-row side-poll">
      <RowText row={key}>
        <span>{title}</span>
      </RowText>
      {options.length > 0 && (
        <fieldset className="side-counts" aria-label={`Counts of ${title}`}>
          {options.map(({ label, count }, index) => (
            <CountField
              key={label}
              label={label}
              count={count}
              onChange={(count) =>
                void changeEntry(editor, 'poll', key, (poll, { document }) => setCount(document, poll, index, count))
              }
            />
          ))}
          {abstain !== null && <span className="side-note">{abstain} abstain</span>}
        </fieldset>
      )}
      <OpenVoteButton row={row} />
      <OutcomeField
        title={title}
        outcome={outcome}
        onChange={(outcome) =>
          void changeEntry(editor, 'poll', key, (poll, { document }) => setOutcome(document, poll, outcome))
        }
      />
    </li>
  )
})

interface CountFieldProps {
  readonly label: string
  readonly count: number | null
  readonly onChange: (count: number | null) => void
}

function CountField({ label, count, onChange }: CountFieldProps) {
  const typed = useTyped(count === null ? '' : String(count), (text) => {
    if (/^\d{0,4}$/.test(text)) onChange(text === '' ? null : Number(text))
  })
  return (
    <label className="side-count-field">
      <span>{label}</span>
      <input inputMode="numeric" autoComplete="off" disabled={!useDesk().isEditable} {...typed} />
    </label>
  )
}

interface OutcomeFieldProps {
  readonly title: string
  readonly outcome: string | null
  readonly onChange: (outcome: string | null) => void
}

const USUAL = ['consensus', 'unanimous consent', 'no consensus', 'advances', 'does not advance']

function OutcomeField({ title, outcome, onChange }: OutcomeFieldProps) {
  const id = useId()
  const typed = useTyped(outcome ?? '', (text) => onChange(text === '' ? null : text))
  return (
    <>
      <input
        className={outcome === null ? 'side-outcome side-outcome-wanting' : 'side-outcome'}
        aria-label={`Outcome of ${title}`}
        placeholder="Outcome"
        list={id}
        autoComplete="off"
        disabled={!useDesk().isEditable}
        {...typed}
      />
      <datalist id={id}>
        {USUAL.map((words) => (
          <option key={words}>{words}</option>
        ))}
      </datalist>
    </>
  )
}
