import type { AgendaItemRef, LedgerState } from '@plenary/shared/ledger'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

import { type Held, isRemote } from '../binding/index.ts'
import type { Ledger } from '../connection/index.ts'
import { lastReading, placeNow } from '../understanding/index.ts'
import { openItemOf } from './agenda.ts'

/** What of the record shows in the text: lines by their id, and an item whose line has none by its words. */
interface Marked {
  readonly item: Pick<AgendaItemRef, 'item' | 'text'> | null
  readonly locked: readonly string[]
}

const LOCKED =
  'This question is locked while it is voted on: what you wrote of it can be undone once the vote is closed.'
const NOTHING: Marked = { item: null, locked: [] }
const key = new PluginKey<{ readonly marked: Marked; readonly set: DecorationSet }>('live-marks')

/**
 * Shows in the text which item is open, and locks a question while it is voted on: what somebody votes for must not change under
 * their vote. Others' edits still come in, as they have happened; their pages lock it as well. `refuse` tells the person why undo has
 * left it alone.
 */
export function marks(ledger: Ledger, refuse: (sentence: string) => void): Plugin {
  const held: Held = {
    ids: (state) => key.getState(state)?.marked.locked ?? [],
    refused: () => refuse(LOCKED),
  }
  return new Plugin({
    key,
    held,
    state: {
      init: (_, { doc }) => ({ marked: NOTHING, set: DecorationSet.create(doc, []) }),
      apply(tr, { marked, set }, before) {
        const now = (tr.getMeta(key) as Marked | undefined) ?? marked
        // What was found is followed; it is looked for again only when something else is marked, or it has gone.
        if (now === marked && (now === NOTHING || set.find().length > 0)) {
          return { marked, set: tr.docChanged ? set.map(tr.mapping, tr.doc) : set }
        }
        return {
          marked: now,
          set: DecorationSet.create(tr.doc, found(tr.doc, now, placeOfWords(before, tr, now.item))),
        }
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
    filterTransaction: (tr, state) => {
      const held = key.getState(state)
      if (!tr.docChanged || held === undefined || held.marked.locked.length === 0 || isRemote(tr)) return true
      return !touches(tr, held.set)
    },
    view(view) {
      let last = NOTHING
      const look = () => {
        const now = markedIn(ledger.state.get())
        if (JSON.stringify(now) === JSON.stringify(last) || view.isDestroyed) return
        last = now
        view.dispatch(view.state.tr.setMeta(key, now).setMeta('addToHistory', false))
      }
      // Not while the view is being made: it takes no transaction then.
      queueMicrotask(look)
      return { destroy: ledger.state.subscribe(look) }
    },
  })
}

function markedIn({ agenda, polls }: LedgerState): Marked {
  const locked = polls.flatMap(({ terms, result }) => (result === null && terms.block !== null ? [terms.block] : []))
  const open = openItemOf(agenda)
  return { item: open === null ? null : { item: open.item, text: open.text }, locked }
}

function found(doc: Node, { item, locked }: Marked, itemAt: number | null): Decoration[] {
  const decorations: Decoration[] = []
  const mark = (pos: number, node: Node): void => {
    const id: unknown = node.attrs['id']
    if (typeof id !== 'string') return
    if (id === item?.item) decorations.push(Decoration.node(pos, pos + node.nodeSize, { class: 'item-open' }))
    if (locked.includes(id)) {
      const attributes = { class: 'question-locked', title: 'Locked while it is voted on' }
      decorations.push(Decoration.node(pos, pos + node.nodeSize, attributes, { isLocked: true }))
    }
  }
  doc.descendants((node, pos) => {
    mark(pos, node)
    return !node.inlineContent
  })
  if (itemAt !== null && !decorations.some(({ spec }) => (spec as { isLocked?: true }).isLocked === undefined)) {
    const $at = doc.resolve(Math.min(itemAt, doc.content.size))
    if ($at.depth > 0) decorations.push(Decoration.node($at.before(), $at.after(), { class: 'item-open' }))
  }
  return decorations
}

/** Where an item stands that is known by its words only. */
function placeOfWords(before: EditorState, tr: Transaction, item: Marked['item']): number | null {
  if (item === null) return null
  const topic = lastReading(before)?.entries.topic.find(({ value }) => value.item.text === item.text)
  const at = topic === undefined ? null : placeNow(before, topic.anchor)
  return at === null ? null : tr.mapping.map(at)
}

/** Whether a change reaches into something that is locked. */
function touches(tr: Transaction, set: DecorationSet): boolean {
  const isLocked = (spec: unknown): boolean => (spec as { isLocked?: true }).isLocked === true
  return tr.mapping.maps.some((map, step) => {
    // Not `slice`: what it gives is inverted as a whole.
    const back = new Mapping(tr.mapping.maps.slice(0, step)).invert()
    let isTouched = false
    map.forEach((from, to) => {
      const [begin, end] = [back.map(from, -1), back.map(to, 1)]
      // A change right before or behind the question is none of it.
      isTouched ||= set.find(begin, end, isLocked).some((held) => begin < held.to && end > held.from)
    })
    return isTouched
  })
}
