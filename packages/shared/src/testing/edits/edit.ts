import type { Transform } from '@tiptap/pm/transform'

import type { Random } from '../random.ts'

/** Makes an edit at a random place; false where the document has none for it. */
export type Edit = (tr: Transform, random: Random) => boolean
