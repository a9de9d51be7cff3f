import { read, titleOf } from '@plenary/shared/document'
import * as Y from 'yjs'

import { getBase } from '../app/api.ts'
import type { Answer, Question } from './message.ts'

/** The copy of the document that this worker reads, so that the page never has to. */
const doc = new Y.Doc()
/** The imported text, asked for once. */
let base: string | null = null

addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data))

async function answer({ updates, print }: Question): Promise<void> {
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
  const exported = print && (await exportOf(print))
  const answer: Answer = { title: titleOf(read(doc)) ?? null, exported }
  postMessage(answer)
}

async function exportOf({ id, hasBase }: NonNullable<Question['print']>): Promise<Answer['exported']> {
  try {
    // Markdown comes only with the first export; the title needs none of it.
    const { exportFrom } = await import('./lens.ts')
    if (hasBase && base === null) {
      const outcome = await getBase(id)
      if (!outcome.ok) return { problem: outcome.failure.message, text: exportFrom(read(doc), null).text }
      base = outcome.value
    }
    return exportFrom(read(doc), base)
  } catch (error) {
    reportError(error)
    return {
      problem: 'The minutes cannot be turned into Markdown. This is a mistake in Plenary; your text is safe.',
      text: null,
    }
  }
}
