import { pollStyleOf } from '../../blocks/poll/style.ts'
import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'
import type { File } from './file.ts'
import { merged } from './merge.ts'

/** How a question is put to the group, and how it is counted. */
export function inferPoll(files: readonly File[]): HouseStyle['poll'] {
  const showing = files.filter(({ found }) => found.polls.length > 0)
  return merged(showing.map(({ document, found }) => pollStyleOf(document, found.polls, PLAIN.poll))) ?? PLAIN.poll
}
