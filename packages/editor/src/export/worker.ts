import { type DocJson, read, titleOf } from '@plenary/shared/document'
import * as Y from 'yjs'

import { getBase } from '../app/api.ts'
import type { Answer, Exported, Problem, Question } from './message.ts'

/** The copy of the document that this worker reads, so that the page never has to. */
const doc = new Y.Doc()
/** The imported text, asked for once. */
let base: string | null = null

addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data))

async function answer({ updates, print }: Question): Promise<void> {
  postMessage(await answerTo(updates, print))
}

async function answerTo(updates: Question['updates'], print: Question['print']): Promise<Answer> {
  try {
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
    const minutes = read(doc)
    return { title: titleOf(minutes) ?? null, exported: print && (await exportOf(minutes, print)) }
  } catch (error) {
    // Only a mistake of ours ends here; the page must not wait for ever.
    reportError(error)
    const problem = 'The minutes cannot be turned into Markdown. This is a mistake in Plenary; your text is safe.'
    return { title: null, exported: print && { problem, text: null } }
  }
}

async function exportOf(
  minutes: DocJson,
  { id, hasBase, habits }: NonNullable<Question['print']>,
): Promise<Exported | Problem> {
  // Markdown comes only with the first export; the title needs none of it.
  const [{ exportFrom }, { printInParts }] = await Promise.all([import('./lens.ts'), import('./in-parts.ts')])
  try {
    if (hasBase && base === null) {
      const outcome = await getBase(id)
      if (!outcome.ok) return { problem: outcome.failure.message, text: exportFrom(minutes, null, habits).text }
      base = outcome.value
    }
    return exportFrom(minutes, base, habits)
  } catch {
    // Something of a later version is in the minutes: nobody's mistake, and the text can still be had.
    return {
      problem: 'Something in these minutes cannot be exported.',
      text: printInParts(minutes),
    }
  }
}
