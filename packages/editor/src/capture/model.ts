import type * as blocks from '@plenary/shared/blocks'

import { untilThere } from '../connection/until-there.ts'

export type Model = typeof blocks

let model: Model | undefined
let loading: Promise<Model> | undefined

/** What says how minutes write things. Fetched when the page has time, not before its first letter can be typed. */
export async function loadModel(): Promise<void> {
  model = await (loading ??= untilThere(() => import('./all-blocks.ts')))
}

/** Undefined in the first moments of a page: a key then does what it does in any text. */
export function modelIfLoaded(): Model | undefined {
  return model
}
