import { identityOf } from '@plenary/shared/document'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'

import { isRemote } from '../../binding/index.ts'
import { newBlocks, type Split, splitsIn } from './changes.ts'

/**
 * Keeps the identity of blocks where it belongs, whatever command, key, paste or drop makes nodes: an id stands once in the
 * minutes, and of a block that is split only the half with its text goes on being it. Only what this person does is looked at;
 * where two people at once have made two blocks of one, both stay as they are, and the readers of ids tell them apart.
 */
export const Identities = Extension.create({
  name: 'identities',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, after) {
        const isOwn = transactions.some((tr) => tr.docChanged) && !transactions.some(isRemote)
        return isOwn ? settled(transactions, after) : null
      },
    }),
  ],
})

function settled(transactions: readonly Transaction[], { doc, tr }: EditorState): Transaction | null {
  const bare = splitsIn(transactions).flatMap((split) => halfToBare(split, doc) ?? [])
  for (const pos of new Set(bare)) tr.setNodeAttribute(pos, 'id', null).setNodeAttribute(pos, 'role', null)
  for (const { node, pos } of copies(tr.doc, newBlocks(transactions, tr.doc))) {
    tr.setNodeAttribute(pos, 'id', null)
    // What was there is elsewhere now.
    if (isEmpty(node)) tr.setNodeAttribute(pos, 'role', null)
  }
  return tr.docChanged ? tr : null
}

/** The half that is a new block: the second, or the empty line that somebody put before the text. */
function halfToBare({ first, second }: Split, doc: Node): number | undefined {
  const [one, other] = [doc.nodeAt(first), doc.nodeAt(second)]
  if (!one || !other || Object.keys(identityOf(other.attrs)).length === 0) return undefined
  return isEmpty(one) && !isEmpty(other) ? first : second
}

interface Found {
  readonly node: Node
  readonly pos: number
}

/** Blocks whose id stands on a new block too, but for the one it belongs to: the old one, unless its text has gone. */
function copies(doc: Node, isNew: ReadonlySet<number>): Found[] {
  if (isNew.size === 0) return []
  const places = new Map<string, Found[]>()
  doc.descendants((node, pos) => {
    const { id } = identityOf(node.attrs)
    if (id) places.set(id, [...(places.get(id) ?? []), { node, pos }])
    return !node.isTextblock
  })
  return [...places.values()].flatMap((all) => {
    const full = all.filter(({ node }) => !isEmpty(node))
    const owner = full.find(({ pos }) => !isNew.has(pos)) ?? full[0] ?? all[0]
    const isTouched = all.some(({ pos }) => isNew.has(pos))
    return all.filter((each) => each !== owner && isTouched && (isNew.has(each.pos) || isEmpty(each.node)))
  })
}

const isEmpty = (node: Node): boolean => node.content.size === 0
