import { isWithin, type Path, type Poll, samePath } from '@plenary/shared/blocks'
import type { Editor } from '@tiptap/core'

import { understandingOf } from '../understanding/index.ts'
import { idAt } from './line-id.ts'

/** A poll of the minutes that can be put to everybody. */
export interface PollBlock {
  /** Its id in the minutes, which it gets now where it has none. */
  readonly nameIt: () => string | null
  readonly question: string
  readonly options: readonly string[]
}

/** The poll of an entry, or the one that the caret is in. */
export function pollBlockOf(editor: Editor, key: string | null): PollBlock | null {
  const reading = understandingOf(editor)?.now()
  if (reading === undefined) return null
  const caret = caretPath(editor)
  const entry = reading.entries.poll.find((one) => (key === null ? isAt(one.value, caret) : one.key === key))
  if (entry === undefined) return null
  const { carrier, question, options } = entry.value
  return {
    nameIt: () => idAt(editor, carrier.path),
    question: question.value,
    options: options.map(({ label }) => label),
  }
}

function isAt({ carrier, counts }: Poll, caret: Path): boolean {
  return samePath(carrier.path, caret) || isWithin(caret, carrier.path) || (counts !== null && isWithin(caret, counts))
}

function caretPath({ state }: Editor): Path {
  const { $from } = state.selection
  return Array.from({ length: $from.depth }, (_, depth) => $from.index(depth))
}
