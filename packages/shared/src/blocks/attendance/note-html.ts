import type { RawBlockJson } from '../../document/node.ts'
import { spanOf } from '../people/passage.ts'
import { type Block, elementsIn } from '../reading/index.ts'
import { isFirm, noteLabelOf } from './note-label.ts'
import { namesIn, type NotePlace } from './note-names.ts'

/** Note takers in HTML: `<dt>Scribe</dt><dd>Ann</dd>`, `<p>Scribe: Ann</p>`. */
export function placesInHtml({ path }: Block, node: RawBlockJson): NotePlace[] {
  let term = ''
  return elementsIn(node).flatMap(({ tag, from, text }): NotePlace[] => {
    if (tag === 'dt') term = text
    const colon = tag === 'p' || tag === 'li' ? text.search(/[:：]/) : -1
    const label = tag === 'dd' ? term : text.slice(0, Math.max(0, colon))
    if (!isFirm(noteLabelOf(label, false))) return []
    const begin = colon + 1 + /^\s*/.exec(text.slice(colon + 1))![0].length
    const passage = { path, from: from + begin, text: text.slice(begin).trimEnd(), pieces: [] }
    const names = namesIn(passage)
    return [{ form: 'line', path, row: 0, names, at: spanOf(passage, { from: 0, to: passage.text.length }) }]
  })
}
