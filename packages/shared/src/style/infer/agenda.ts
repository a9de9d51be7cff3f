import type { AgendaItem } from '../../blocks/agenda/agenda.ts'
import type { AgendaStyle, Pattern } from '../house-style.ts'
import { blockAt, type File, lineAt } from './file.ts'
import { common, majority, richest } from './majority.ts'
import { type Part, patternOf } from './pattern-of.ts'

/** Whether the agenda counts, and how its items say how long they take and who presents them. */
export function inferAgenda(files: readonly File[]): Partial<AgendaStyle> {
  const isOrdered = common(files, (file) =>
    majority(file.found.agendas.flatMap(({ carrier }) => isCounting(file, carrier.path) ?? [])),
  )
  const items = files.flatMap((file) =>
    file.found.agendas.flatMap((agenda) => flat(agenda.items).flatMap((item) => entryOf(file, item) ?? [])),
  )
  // Items without a timebox show nothing of how one would be written.
  const told = items.filter((pattern) => pattern !== '{text}')
  const entry = richest(told)
  return { ...(isOrdered === undefined ? {} : { isOrdered }), ...(entry === undefined ? {} : { entry }) }
}

function isCounting(file: File, path: readonly number[]): boolean | undefined {
  const type = blockAt(file, path)?.node.type
  return type === 'orderedList' ? true : type === 'bulletList' ? false : undefined
}

function flat(items: readonly AgendaItem[]): AgendaItem[] {
  return items.flatMap((item) => [item, ...flat(item.items)])
}

function entryOf(file: File, { text, at, minutes, presenter }: AgendaItem): Pattern | undefined {
  const line = lineAt(file, at)
  const from = line === undefined ? -1 : line.text.indexOf(text)
  if (line === undefined || from < 0) return undefined
  const parts: Part[] = [{ at: { ...at, from: line.from + from, to: line.from + from + text.length }, place: 'text' }]
  if (minutes?.at) {
    const number = String(minutes.value)
    const digits = line.text.indexOf(number, minutes.at.from - line.from)
    // `1 h` is no way to write minutes.
    if (digits >= 0)
      parts.push({ at: { ...at, from: line.from + digits, to: line.from + digits + number.length }, place: 'minutes' })
  }
  if (presenter?.at) parts.push({ at: presenter.at, place: 'presenter' })
  return patternOf(line, parts, at.from - line.from)
}
