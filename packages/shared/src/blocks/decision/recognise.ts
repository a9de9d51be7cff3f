import type { Context } from '../context.ts'
import type { Decision } from './decision.ts'

export function recogniseDecisions(_context: Context): readonly Decision[] {
  return []
}
