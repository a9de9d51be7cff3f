import type { Extensions } from '@tiptap/core'
// Each by its own door: the common one brings a second history along.
import { Dropcursor } from '@tiptap/extensions/drop-cursor'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'

import { Clipboard } from './clipboard/clipboard.ts'
import { RuleSteps } from './history.ts'
import { Identities } from './identity/identities.ts'
import { Keys } from './keys/keys.ts'
import { Near } from './near.ts'
import { views } from './nodes/index.ts'
import { Pointer } from './pointer.ts'
import { Popovers } from './popover.ts'
import { ReadOnly } from './read-only.ts'
import { SlashMenuKeys } from './slash/slash.ts'
import { Typing } from './typing/typing.ts'

/**
 * All that makes up the writing surface. Undo is not here: it is the binding's, which knows whose edit is whose. And
 * nothing here writes into the document by itself; what opens a note must not change it.
 */
export function extensions(): Extensions {
  return [
    ...views,
    Keys,
    Typing,
    SlashMenuKeys,
    Clipboard,
    Identities,
    RuleSteps,
    Near,
    Pointer,
    Popovers,
    ReadOnly,
    Dropcursor.configure({ class: 'drop-cursor', color: false, width: 2 }),
    Gapcursor,
  ]
}
