import type { AgendaItem } from '../blocks/agenda/agenda.ts'
import { understand } from '../blocks/understand.ts'
import { linesOf } from '../markdown/lines.ts'

/** Each item as a line: indented by depth, the minutes in brackets, the presenter behind an arrow. */
export function outline(items: readonly AgendaItem[], depth = 0): string[] {
  return items.flatMap(({ text, minutes, presenter, items: inner }) => {
    const time = minutes === undefined ? '' : ` [${minutes.value}]`
    const who = presenter === undefined ? '' : ` > ${presenter.value}`
    return [`${'  '.repeat(depth)}${text}${time}${who}`, ...outline(inner, depth + 1)]
  })
}

export function agendaOf(text: string): string[] {
  return understand(linesOf(text).document).agendas.flatMap(({ items }) => outline(items))
}
