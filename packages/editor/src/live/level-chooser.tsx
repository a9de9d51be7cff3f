import { LEVEL_SENTENCES, type Level, LEVELS } from '@plenary/shared/meeting'

import { useLive, useRecord } from './live.ts'

const NAMES: Readonly<Record<Level, string>> = {
  'open-floor': 'Open floor',
  group: 'Group edits',
  'note-takers': 'Note takers edit',
  frozen: 'Frozen',
}

/** Who may write the minutes; the chair's to say. */
export function LevelChooser() {
  const { ask } = useLive()
  const level = useRecord(({ level }) => level)
  return (
    <fieldset className="level-chooser">
      <legend>Who may write</legend>
      {LEVELS.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="level"
            checked={level === one}
            onChange={() => void ask({ do: 'set-level', level: one })}
          />
          <span>
            <strong>{NAMES[one]}</strong> {LEVEL_SENTENCES[one]}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
