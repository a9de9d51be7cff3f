import type { Schema } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'

import type { DocJson } from '../document/node.ts'
import { BLOCK_EDITS } from './edits/blocks.ts'
import type { Edit } from './edits/edit.ts'
import { LIST_EDITS } from './edits/lists.ts'
import { TABLE_EDITS } from './edits/tables.ts'
import { TEXT_EDITS } from './edits/text.ts'
import type { Random } from './random.ts'

/** Everything a person can do to the minutes in the editor, as ProseMirror steps at random places. */
const EDITS: Readonly<Record<string, Edit>> = { ...TEXT_EDITS, ...BLOCK_EDITS, ...LIST_EDITS, ...TABLE_EDITS }

export interface Edited {
  readonly name: string
  readonly document: DocJson
}

/** One edit; a kind that finds no place in this document gives way to another. Throws if the outcome breaks the schema. */
export function edit(
  document: DocJson,
  schema: Schema,
  random: Random,
  names: readonly string[] = Object.keys(EDITS),
): Edited {
  const node = schema.nodeFromJSON(document)
  for (let tries = 0; tries < 60; tries++) {
    const name = random.pick(names)
    const tr = new Transform(node)
    if (!isDone(tr, random, name) || !tr.docChanged) continue
    tr.doc.check()
    return { name, document: tr.doc.toJSON() as DocJson }
  }
  return { name: 'none', document }
}

/** ProseMirror refuses some steps at some places; such an edit is no edit. */
function isDone(tr: Transform, random: Random, name: string): boolean {
  try {
    return EDITS[name]?.(tr, random) ?? false
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.name === 'TransformError')) return false
    throw error
  }
}
