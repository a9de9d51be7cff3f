import type { Turn } from './speaker.ts'

/** How often somebody speaks. */
export interface Speaker {
  /** As the attendance has it; as written in the minutes where the attendance knows nobody, or several, of that name. */
  readonly name: string
  readonly turns: number
}

/** The turns of each person, who speaks most first. */
export function speakersIn(turns: readonly Turn[]): readonly Speaker[] {
  const speakers = new Map<string, { name: string; turns: number }>()
  for (const { who, written } of turns) {
    const name = who.state === 'one' ? who.name : written.replace(/^@/, '')
    const key = name.toLowerCase()
    const speaker = speakers.get(key) ?? { name, turns: 0 }
    speaker.turns++
    speakers.set(key, speaker)
  }
  return [...speakers.values()].sort((a, b) => b.turns - a.turns)
}
