import { understand } from '@plenary/shared/blocks'
import type { BlockJson } from '@plenary/shared/document'

import type { Answer, Question } from './question.ts'

/** The blocks of the minutes as they were read last: what stays the same object is not taken apart again. */
let known: ReadonlyMap<number, BlockJson> = new Map()

addEventListener('message', ({ data }: MessageEvent<Question>) => postMessage(answerTo(data)))

function answerTo({ blocks, added }: Question): Answer {
  const all = new Map([...known, ...added])
  known = new Map(blocks.map((number) => [number, blockOf(all, number)]))
  try {
    const { roster: _, ...answer } = understand({ type: 'doc', content: [...known.values()] })
    return answer
  } catch (error) {
    // Only a mistake of ours ends here; the page must not wait for ever.
    reportError(error)
    return null
  }
}

function blockOf(all: ReadonlyMap<number, BlockJson>, number: number): BlockJson {
  const block = all.get(number)
  if (block === undefined) throw new Error('the page speaks of a block that it has never sent')
  return block
}
