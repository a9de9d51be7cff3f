import type { BlockJson } from '@plenary/shared/document'
import type { MeetingId } from '@plenary/shared/meeting'
import type { Forms, HouseStyle } from '@plenary/shared/style'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

import { getStyle } from '../app/api.ts'
import { untilThere } from '../connection/until-there.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { minutesJson } from '../understanding/index.ts'
import { onRestyle } from './restyled.ts'

import './hints.css'

/** The house style of a meeting, as writing in it needs it. */
export interface House {
  /** How blocks are written that the minutes have none of yet. */
  readonly forms: Forms
  /** What belongs into an empty paragraph, given the blocks above it, the nearest first. */
  readonly hintAt: (above: Iterable<BlockJson>) => string | undefined
}

interface State {
  readonly house: House | null
  readonly hints: DecorationSet
}

const key = new PluginKey<State>('house')

/** How new blocks are written here; undefined while nobody knows, and then they are written plainly. */
export function formsOf(state: EditorState): Forms | undefined {
  return key.getState(state)?.house?.forms
}

/**
 * Knows how the group writes: new blocks are written so, and empty paragraphs say what belongs there. Nothing of that is in the
 * document, and nothing waits for it.
 */
export function house(id: MeetingId): Extension {
  return Extension.create({
    name: 'house',
    addProseMirrorPlugins: () => [
      new Plugin<State>({
        key,
        state: {
          init: () => ({ house: null, hints: DecorationSet.empty }),
          apply(tr, last) {
            const house = (tr.getMeta(key) as House | undefined) ?? last.house
            // A caret that moves changes no hint.
            if (house === null || (house === last.house && !tr.docChanged)) return last
            return { house, hints: hintsIn(tr.doc, house) }
          },
        },
        props: { decorations: (state) => key.getState(state)?.hints },
        view: (view) => {
          whenIdle(() => void load(id, view))
          return { destroy: onRestyle(id, (style) => void take(style, view)) }
        },
      }),
    ],
  })
}

async function load(id: MeetingId, view: EditorView): Promise<void> {
  const style = await untilThere(async () => {
    const outcome = view.isDestroyed ? undefined : await getStyle(id)
    if (outcome?.ok === false && outcome.failure.code === 'unreachable') throw new Error(outcome.failure.message)
    return outcome?.ok ? outcome.value.style : undefined
  })
  if (style !== undefined) await take(style, view)
}

async function take(style: HouseStyle, view: EditorView): Promise<void> {
  const { houseFrom } = await untilThere(() => import('./house-model.ts'))
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, houseFrom(style)).setMeta('addToHistory', false))
}

function hintsIn(doc: Node, { hintAt }: House): DecorationSet {
  const hints = emptyParagraphs(doc).flatMap(({ index, pos, node }) => {
    const hint = hintAt(above(doc, index))
    return hint === undefined ? [] : [Decoration.node(pos, pos + node.nodeSize, { class: 'hint', 'data-hint': hint })]
  })
  return DecorationSet.create(doc, hints)
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
  const { content } = minutesJson(doc)
  for (let at = index - 1; at >= 0; at--) yield content[at]!
}
