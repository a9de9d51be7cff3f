import type { Agenda, AgendaItem } from '../blocks/agenda/agenda.ts'
import { flat } from '../blocks/agenda/spelling.ts'
import type { Change } from '../blocks/change/change.ts'
import { understand } from '../blocks/understand.ts'
import type { DocJson } from '../document/node.ts'
import { parse } from '../markdown/index.ts'
import { changeText } from './change-text.ts'
import { there } from './there.ts'

/** The one at this place, which has to be there. */
export function nth<Value>(values: readonly Value[], index: number): Value {
  return there(values[index])
}

/** The first agenda of these minutes, which has to be there. */
export function agendaIn(document: DocJson): Agenda {
  return nth(understand(document).agendas, 0)
}

type Edit = (document: DocJson, agenda: Agenda, items: readonly AgendaItem[]) => readonly Change[]

/** The text after a change; what the minutes are then has to be what was to be said. */
export function edited(base: string, edit: Edit): { readonly text: string; readonly agenda: Agenda } {
  const text = changeText(base, (document) => {
    const agenda = agendaIn(document)
    return edit(document, agenda, flat(agenda.items))
  })
  return { text, agenda: agendaIn(parse(text)) }
}
