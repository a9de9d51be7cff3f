import { type FrontMatter, frontMatterOf } from '../matter/front-matter.ts'
import type { Block, Head, View } from '../reading/index.ts'
import { headsOver } from './above.ts'
import { wordsOfKey } from './matter.ts'
import { mentionsIn } from './mentions.ts'
import { isCalled, takerIn, volunteerIn, volunteersOf } from './note-call.ts'
import { placesInHtml } from './note-html.ts'
import { isAboutAnother, isFirm, noteLabelOf } from './note-label.ts'
import { placesInLines } from './note-lines.ts'
import { namesIn, type NotePlace } from './note-names.ts'
import { placesInTable } from './note-table.ts'

/** Every place in which note takers are named or to be named, in the order of the minutes. */
export function notePlaces(view: View): readonly NotePlace[] {
  return view.blocks.flatMap((block) => (block.role === null ? placesIn(view, block) : NONE))
}

const NONE: readonly NotePlace[] = []

function placesIn(view: View, block: Block): readonly NotePlace[] {
  const { node, heads } = block
  if (isAboutAnother(heads)) return NONE
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const labelled =
        mentionsIn(node).notes && !isAboutAnother(headsOfList(view, block)) ? placesInLines(view, block) : NONE
      if (labelled.length > 0 || node.type === 'heading') return labelled
      return several(isCalled(block) ? volunteerIn(block) : takerIn(block))
    }
    case 'bulletList':
    case 'orderedList':
      return isCalled(block) ? several(volunteersOf(block)) : NONE
    case 'table':
      return placesInTable(block, node)
    case 'rawBlock': {
      if (node.attrs.kind === 'html') return placesInHtml(block, node)
      const matter = node.attrs.kind === 'yaml' ? frontMatterOf(view.document) : null
      return matter === null ? [] : placesInMatter(matter)
    }
    case 'blockquote':
    case 'codeBlock':
    case 'horizontalRule':
      return []
  }
}

/** What stands over the list that a block is an item of. */
function headsOfList(view: View, { item, heads }: Block): readonly Head[] {
  return item === null ? [] : headsOver(view, { path: item.list, heads })
}

function several(place: NotePlace | null): readonly NotePlace[] {
  return place === null ? NONE : [place]
}

function placesInMatter({ entries, path }: FrontMatter): NotePlace[] {
  return entries.flatMap((entry): NotePlace[] => {
    if (!isFirm(noteLabelOf(wordsOfKey(entry.key), false)) || entry.form === 'other') return []
    const names = entry.values.flatMap(({ text, at }) => namesIn({ path, from: at.from, text, pieces: [] }))
    return [{ form: 'matter', path, row: 0, names, at: entry.value }]
  })
}
