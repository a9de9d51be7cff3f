import type { Context } from '../context.ts'
import type { Agenda } from './agenda.ts'

/** The agenda of this meeting; several where it stands in parts. */
export function recogniseAgendas(_context: Context): readonly Agenda[] {
  return []
}
