import type { BlockJson } from '@plenary/shared/document'
import type { MeetingId } from '@plenary/shared/meeting'
import type { HouseStyle } from '@plenary/shared/style'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

import { getStyle } from '../app/api.ts'

import './hints.css'

/** What belongs into an empty paragraph, given the blocks above it, the nearest first. */
type HintAt = (above: Iterable<BlockJson>) => string | undefined

const key = new PluginKey<HintAt | null>('hints')

/**
 * Says in empty paragraphs what belongs there, as the group writes it. Nothing of it is in the document. The style is asked for once
 * there is such a paragraph.
 */
export function hints(id: MeetingId): Extension {
  return Extension.create({
    name: 'hints',
    addProseMirrorPlugins: () => [
      new Plugin<HintAt | null>({
        key,
        state: {
          init: () => null,
          apply: (tr, known) => (tr.getMeta(key) as HintAt | undefined) ?? known,
        },
        props: { decorations },
        view: () => {
          let isAsked = false
          return {
            update: (view) => {
              if (isAsked || emptyParagraphs(view.state.doc).length === 0) return
              isAsked = true
              void load(id).then((hintAt) => {
                if (hintAt !== null && !view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, hintAt))
                return hintAt
              })
            },
          }
        },
      }),
    ],
  })
}

async function load(id: MeetingId): Promise<HintAt | null> {
  const outcome = await getStyle(id)
  if (!outcome.ok) return null
  const { hintFor } = await import('./hint-for.ts')
  const { style }: { style: HouseStyle } = outcome.value
  return (above) => hintFor(style, above)
}

function decorations(state: EditorState): DecorationSet | null {
  const hintAt = key.getState(state)
  if (!hintAt) return null
  const shown = emptyParagraphs(state.doc).flatMap(({ index, pos, node }) => {
    const hint = hintAt(above(state.doc, index))
    return hint === undefined ? [] : [Decoration.node(pos, pos + node.nodeSize, { class: 'hint', 'data-hint': hint })]
  })
  return DecorationSet.create(state.doc, shown)
}

interface Found {
  readonly index: number
  readonly pos: number
  readonly node: Node
}

/** Those at the top level, where the sections are. */
function emptyParagraphs(doc: Node): readonly Found[] {
  const found: Found[] = []
  doc.forEach((node, pos, index) => {
    if (node.type.name === 'paragraph' && node.content.size === 0) found.push({ index, pos, node })
  })
  return found
}

function* above(doc: Node, index: number): Generator<BlockJson> {
  for (let at = index - 1; at >= 0; at--) yield doc.child(at).toJSON() as BlockJson
}
