import { setPresenter, setTimebox } from '@plenary/shared/blocks'
import { memo, type CSSProperties } from 'react'

import { formsOf } from '../style/house.ts'
import { SuggestField } from '../ui/suggest-field.tsx'
import { change, changeEntry, type OutlineRow } from '../understanding/index.ts'
import { addTopic } from './add-topic.ts'
import { useDesk } from './desk.ts'
import { PresenterField } from './presenter-field.tsx'
import { presenterWords } from './presenter-words.ts'
import { Rows, RowText } from './rows.tsx'
import { Section } from './section.tsx'
import { TimeboxField } from './timebox-field.tsx'

interface OutlineSectionProps {
  readonly outline: readonly OutlineRow[]
  /** Who can present something. */
  readonly names: readonly string[]
}

/** The headings, with the topics of the agenda among them, how long each is to take and who presents it. */
export const OutlineSection = memo(({ outline, names }: OutlineSectionProps) => {
  const { editor, isEditable } = useDesk()
  return (
    <Section title="Outline and agenda" count={planned(outline)}>
      {outline.length === 0 ? (
        <p className="side-hint">Headings and the agenda show here.</p>
      ) : (
        <Rows label="Outline and agenda">
          {outline.map((row) => (
            <Line key={row.key} row={row} names={names} />
          ))}
        </Rows>
      )}
      {isEditable && (
        <div className="side-add">
          <SuggestField
            label="Add a topic"
            placeholder="Add a topic to the agenda"
            suggestions={NONE}
            onPick={(text) => void change(editor, (reading) => addTopic(reading, text, formsOf(editor.state)?.agenda))}
          />
        </div>
      )}
    </Section>
  )
})

const NONE: readonly string[] = []

interface LineProps {
  readonly row: OutlineRow
  readonly names: readonly string[]
}

const Line = memo(({ row, names }: LineProps) => {
  const { isEditable } = useDesk()
  const { key, text, depth, isTopic, topic, minutes, presenters } = row
  return (
    <li
      className={isTopic ? 'side-row side-topic' : 'side-row side-heading'}
      style={{ '--depth': depth } as CSSProperties}
    >
      <RowText row={key}>
        <span>{text}</span>
      </RowText>
      {topic !== null && isEditable ? (
        <Plan row={row} topic={topic} names={names} />
      ) : (
        <>
          {presenters.length > 0 && <span className="side-note">{presenters.join(', ')}</span>}
          {minutes !== null && <span className="side-minutes">{minutes} min</span>}
        </>
      )}
    </li>
  )
})

/** Timebox and presenter of a topic, which are set here as the agenda writes them. */
function Plan({ row: { text, minutes, presenters }, topic, names }: LineProps & { readonly topic: string }) {
  const { editor } = useDesk()
  return (
    <div className="side-plan">
      <PresenterField
        topic={text}
        presenters={presenters}
        names={names}
        onChange={(presenters) =>
          void changeEntry(editor, 'topic', topic, ({ agenda, item }, { document, understanding: { roster } }) => {
            const words = presenters.map((name) => presenterWords(name, document, agenda, roster))
            return setPresenter(document, agenda, item, words, roster)
          })
        }
      />
      <TimeboxField
        topic={text}
        minutes={minutes}
        onChange={(minutes) =>
          void changeEntry(editor, 'topic', topic, ({ agenda, item }, { document }) =>
            setTimebox(document, agenda, item, minutes),
          )
        }
      />
    </div>
  )
}

function planned(outline: readonly OutlineRow[]): string {
  const sum = outline.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  return sum > 0 ? `${sum} min` : String(outline.length)
}
