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
}

/**
 * Markdown to minutes and back, from bytes to bytes, so that it can run beside the event loop. Rejects with `LensError`
 * where a text takes too long or breaks the reader.
 */
export interface Lens {
  read(text: string): Promise<Imported>
  print(state: Uint8Array, base: string | undefined): Promise<Exported>
  title(state: Uint8Array): Promise<string | undefined>
  /** See `room/tidy.ts`; it is here because it must not hold up the event loop either. */
  tidy(state: Uint8Array): Promise<Tidied>
  close(): Promise<void>
}

export class LensError extends Error {
  override readonly name = 'LensError'
}
