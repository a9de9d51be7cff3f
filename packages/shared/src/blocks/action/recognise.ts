import type { Context } from '../context.ts'
import type { Action } from './action.ts'

/** The lines that the minutes themselves mark as action items. A missed one is better than a wrong one. */
export function recogniseActions(_context: Context): readonly Action[] {
  return []
}
