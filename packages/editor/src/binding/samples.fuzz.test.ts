import type { DocJson } from '@plenary/shared/document'
import { parse } from '@plenary/shared/markdown'
import { expect, test } from 'vitest'

import { CORPUS_NOTE, SAMPLES } from '../../../shared/src/testing/corpus.ts'
import { edit } from '../../../shared/src/testing/edits.ts'
import { Random } from '../../../shared/src/testing/random.ts'
import { withPlainAddresses } from '../editor/clipboard/plain-addresses.ts'
import { sliceOf } from '../editor/clipboard/slice.ts'
import { RUNS, SEED } from '../testing/fuzz.ts'
import { guarded } from '../testing/guarded.ts'
import { exchange, minutes, openPages, type Page } from './testing.ts'

const EDITS = 12 * RUNS

/** Shows other minutes in an editor, as one edit. */
function turnInto({ editor }: Page, document: DocJson): void {
  const { content } = sliceOf(editor.schema, document)
  editor.view.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, content))
}

/** `openPages` asks the guard of every update; so whatever gets to the end was let through. */
test(
  `the guard lets through whatever is done to imported minutes (${CORPUS_NOTE}, PLENARY_SEED=${SEED})`,
  { timeout: 600_000 * RUNS },
  () => {
    for (const [index, { name, text }] of SAMPLES.entries()) {
      const random = new Random(SEED + index)
      const [ann, bob] = openPages(parse(text), 2)
      if (ann === undefined || bob === undefined) throw new Error('two pages were asked for')
      try {
        for (let count = 0; count < EDITS; count++) {
          const page = random.pick([ann, bob])
          // What the schema holds is a `DocJson`; TipTap's type says less.
          turnInto(page, edit(page.editor.getJSON() as unknown as DocJson, page.editor.schema, random).document)
          if (random.chance(0.2)) page.editor.commands.undo()
          if (random.chance(0.3)) exchange([ann, bob])
        }
      } catch (error) {
        throw new Error(name, { cause: error })
      } finally {
        for (const page of [ann, bob]) page.editor.destroy()
      }
    }
    expect(guarded.updates).toBeGreaterThan(SAMPLES.length)
    process.stdout.write(`guarded: ${JSON.stringify(guarded)}\n`)
  },
)

test('the guard lets any minutes be pasted whole', { timeout: 600_000 }, () => {
  const before = guarded.updates
  for (const { name, text } of SAMPLES) {
    const [page] = openPages(minutes({ type: 'paragraph' }), 1)
    if (page === undefined) throw new Error('a page was asked for')
    try {
      const { editor } = page
      const { content } = withPlainAddresses(sliceOf(editor.schema, parse(text)))
      editor.view.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, content))
    } catch (error) {
      throw new Error(name, { cause: error })
    } finally {
      page.editor.destroy()
    }
  }
  expect(guarded.updates - before).toBeGreaterThan(SAMPLES.length / 2)
})
