import { Extension } from '@tiptap/core'
import type { Awareness } from 'y-protocols/awareness'

export interface CaretsOptions {
  readonly awareness: Awareness
}

/** Publishes one's own caret and draws those of the others in a layer beside the text. */
export function carets(_options: CaretsOptions): Extension {
  return Extension.create({ name: 'carets' })
}
