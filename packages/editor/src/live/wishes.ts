import type { Editor } from '@tiptap/core'

import type { Value } from '../connection/observable.ts'

/** What somebody asked for in the text or beside it, which a dialog of the live meeting goes on with. */
export type Wish =
  | { readonly wish: 'consent' }
  /** Null: whichever poll the caret is in. */
  | { readonly wish: 'poll'; readonly key: string | null }

export type Wishes = Value<Wish | null>

declare module '@tiptap/core' {
  interface Storage {
    /** Missing in an editor that only shows text. */
    live?: { readonly wishes: Wishes }
  }
}

/** Where wishes of this editor are heard. */
export function wishesOf(editor: Editor): Wishes | undefined {
  return editor.storage.live?.wishes
}
