import type { BlockJson } from '../../document/node.ts'
import { oneLine } from '../../document/one-line.ts'
import type { AgendaItemRef, Outcome, OutcomeKind, PollResult, Reason } from '../../ledger/index.ts'
import { itemOf, paragraphOf } from '../attendance/change/nodes.ts'
import { written } from '../change/words.ts'
import type { PollStyle } from '../poll/style.ts'
import { speakerLabel } from '../speaker/complete.ts'
import { PLAIN_SPEAKERS, speakerStyle, type SpeakerStyle } from '../speaker/style.ts'
import type { Understanding } from '../understand.ts'

/** How a group writes what the record brings, and where it goes when its block is gone. */
export interface ResultPlace {
  readonly poll?: PollStyle
  readonly speaker?: SpeakerStyle
  /** What people say are items, not paragraphs. */
  readonly areItems?: boolean
  /** The open agenda item: its notes get the result of a block that somebody has deleted. */
  readonly item?: AgendaItemRef | null
  /** Counts for each affiliation below the reasons. */
  readonly byAffiliation?: boolean
}

const WORDS: Readonly<Record<OutcomeKind, string>> = {
  consensus: 'consensus',
  'no-consensus': 'no consensus',
  'more-information': 'more information requested',
  'more-work': 'more work needed',
  withdrawn: 'withdrawn',
  deferred: 'deferred',
}

/** What is longer is not read as an outcome. */
const LONGEST = 150

/** What the chair said, and who declared it. */
export function outcomeLine({ kind, sentence }: Outcome, by: string): readonly BlockJson[] {
  const line = `Outcome: ${WORDS[kind]} (declared by ${oneLine(by).replace(/[()]/g, '')}).`
  const more = oneLine(sentence)
  if (more === '') return [paragraphOf(written(line))]
  if (line.length + more.length < LONGEST) return [paragraphOf(written(`${line} ${more}`))]
  return [paragraphOf(written(line)), paragraphOf(written(more))]
}

/** As other things that people say; without a name where they gave none. */
export function reasonLines(
  { turns, roster }: Understanding,
  reasons: readonly Reason[],
  { speaker = PLAIN_SPEAKERS, areItems = false }: ResultPlace,
): readonly BlockJson[] {
  const style = speakerStyle(turns, roster, speaker)
  const speaking = { roster, turns, style }
  const lines = reasons.map(({ name, text }) => {
    const words = written(oneLine(text))
    if (name === null) return paragraphOf([...written('Reason given by somebody against: '), ...words])
    return paragraphOf([...speakerLabel(name, speaking), ...words])
  })
  if (!areItems || lines.length === 0) return lines
  return [{ type: 'bulletList', content: lines.map((line) => itemOf(line)) }]
}

/** Nothing where nobody has an affiliation. */
export function affiliationLine(options: readonly string[], { affiliations }: PollResult): readonly BlockJson[] {
  const parts = (affiliations ?? []).map(({ affiliation, counts }) => {
    const said = options.flatMap((label, index) => (counts[index] ? [`${label} ${counts[index]}`] : []))
    return `${affiliation} ${said.join(', ')}`
  })
  if (parts.length === 0) return []
  // Its numbers are no poll of their own.
  return [{ type: 'paragraph', attrs: { role: 'plain' }, content: written(`By affiliation: ${parts.join('; ')}`) }]
}
