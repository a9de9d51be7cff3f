import type { Habits } from '@plenary/shared/markdown'
import type { About, Structure } from '@plenary/shared/structure'
import type { HouseStyle } from '@plenary/shared/style'

import type { Brought, Inscribed } from '../ledger/inscription.ts'
import type { Tidied } from '../room/tidy.ts'

/** What comes of an imported text. */
export interface Imported {
  /** The seed of the minutes, as one Yjs update. */
  readonly state: Uint8Array
  readonly title: string | undefined
}

/** What is written to a file. */
export interface Exported {
  readonly text: string
  /** Whether reading the text gives the minutes back. */
  readonly exact: boolean
  /** What the text does not keep, each a sentence for a person. */
  readonly losses: readonly string[]
  /** What a file of this style is called, where the minutes say enough for that. */
  readonly name?: string
}

/**
 * Markdown to minutes and back, from bytes to bytes, so that it can run beside the event loop. Rejects with `LensError`
 * where a text takes too long or breaks the reader.
 */
export interface Lens {
  read(text: string): Promise<Imported>
  /** In the style given, else in the habits of the base. */
  print(state: Uint8Array, base: string | undefined, style?: HouseStyle): Promise<Exported>
  /** The house style that a text shows. */
  style(text: string): Promise<HouseStyle>
  title(state: Uint8Array): Promise<string | undefined>
  /** The meeting as data, with the lines of what `print` gives. */
  structure(state: Uint8Array, base: string | undefined, about: About, habits?: Habits): Promise<Structure>
  /** See `ledger/inscription.ts`. */
  inscribe(state: Uint8Array, brought: Brought): Promise<Inscribed>
  /** See `room/tidy.ts`; it is here because it must not hold up the event loop either. */
  tidy(state: Uint8Array): Promise<Tidied>
  close(): Promise<void>
}

export class LensError extends Error {
  override readonly name = 'LensError'
}
