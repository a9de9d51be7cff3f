import { LEVEL_SENTENCES, type Level, LEVELS } from '@plenary/shared/meeting'

import { Radios } from '../ui/radios.tsx'
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
  const chosen = useRecord(({ level }) => level)
  return (
    <Radios
      legend="Who may write"
      name="level"
      className="level-chooser"
      values={LEVELS}
      chosen={chosen}
      words={wordsOf}
      onChoose={(level) => void ask({ do: 'set-level', level })}
    />
  )
}

function wordsOf(level: Level) {
  return (
    <span>
      <strong>{NAMES[level]}</strong> {LEVEL_SENTENCES[level]}
    </span>
  )
}
