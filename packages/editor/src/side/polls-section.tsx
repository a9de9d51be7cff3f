import { setAbstentions, setCount, setOutcome } from '@plenary/shared/blocks'
import { memo, useId } from 'react'

import { OpenVoteButton } from '../live/open-vote-button.tsx'
import { changeEntry, type PollRow } from '../understanding/index.ts'
import { useDesk } from './desk.ts'
import { Rows, RowText } from './rows.tsx'
import { Section } from './section.tsx'
import { useTyped } from './use-typed.ts'

interface PollsSectionProps {
  readonly polls: readonly PollRow[]
  /** Who can have declared an outcome. */
  readonly names: readonly string[]
}

export const PollsSection = memo(({ polls, names }: PollsSectionProps) => (
  <Section title="Polls" count={polls.length}>
    {polls.length === 0 ? (
      <p className="side-hint">
        A line that begins with <code>POLL:</code> and a table of counts show here.
      </p>
    ) : (
      <Rows label="Polls">
        {polls.map((row) => (
          <Line key={row.key} row={row} names={names} />
        ))}
      </Rows>
    )}
  </Section>
))

const Line = memo(({ row, names }: { readonly row: PollRow; readonly names: readonly string[] }) => {
  const { key, question, options, abstain, outcome, declaredBy } = row
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
          <CountField
            label="abstain"
            count={abstain}
            onChange={(count) =>
              void changeEntry(editor, 'poll', key, (poll, { document }) => setAbstentions(document, poll, count))
            }
          />
        </fieldset>
      )}
      <OpenVoteButton row={row} />
      <WordsField
        label={`Outcome of ${title}`}
        placeholder="Outcome"
        words={outcome}
        isWanting={outcome === null}
        usual={USUAL}
        onChange={(outcome) =>
          void changeEntry(editor, 'poll', key, (poll, { document }) => setOutcome(document, poll, outcome))
        }
      />
      {outcome !== null && (
        <WordsField
          label={`Who declared the outcome of ${title}`}
          placeholder="Declared by"
          words={declaredBy}
          usual={names}
          onChange={(by) =>
            void changeEntry(editor, 'poll', key, (poll, { document }) =>
              by === null || poll.outcome === undefined ? [] : setOutcome(document, poll, poll.outcome.value, by),
            )
          }
        />
      )}
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

const USUAL = ['consensus', 'unanimous consent', 'no consensus', 'advances', 'does not advance']

interface WordsFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly words: string | null
  readonly isWanting?: boolean
  /** What is offered; any other words may be written. */
  readonly usual: readonly string[]
  readonly onChange: (words: string | null) => void
}

function WordsField({ label, placeholder, words, isWanting = false, usual, onChange }: WordsFieldProps) {
  const id = useId()
  const typed = useTyped(words ?? '', (text) => onChange(text === '' ? null : text))
  return (
    <>
      <input
        className={isWanting ? 'side-outcome side-outcome-wanting' : 'side-outcome'}
        aria-label={label}
        placeholder={placeholder}
        list={id}
        autoComplete="off"
        disabled={!useDesk().isEditable}
        {...typed}
      />
      <datalist id={id}>
        {usual.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </datalist>
    </>
  )
}
