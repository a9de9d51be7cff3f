import type { DocJson } from '@plenary/shared/document'

/** The part of the lens that the clipboard needs. */
export interface Lens {
  readonly parse: (text: string) => DocJson
  readonly print: (minutes: DocJson) => { readonly text: string }
}

export type LoadLens = () => Promise<Lens>
