import type { Called } from '@plenary/shared/meeting'
import type { Editor } from '@tiptap/core'
import { createContext, use } from 'react'

/** What the rows beside the text act on. */
export interface Desk {
  readonly editor: Editor
  readonly isEditable: boolean
  /** Whose action items come first: whoever looks at them on a phone ticks their own. Missing: as they stand in the text. */
  readonly me?: Called
  /** Leads to the line of an entry. */
  readonly jump: (key: string) => void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('nothing is beside a text here')
  return desk
}
