import type { DocJson } from '../../document/node.ts'
import { understand } from '../understand.ts'
import { type AgendaRef, refsOf } from './refs-of.ts'

/**
 * The agenda as items that can be referred to, in the order of the minutes, each before those in it. An item is the id of the
 * node of its words, which stays while it is edited or moved; without one (a row of a table, what another program wrote) it
 * comes from its words.
 */
export function agendaRefs(document: DocJson): readonly AgendaRef[] {
  return refsOf(understand(document).agendas)
}
