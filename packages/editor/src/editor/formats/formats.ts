import { blockFormats } from './blocks.ts'
import type { Format, FormatId } from './format.ts'
import { inlineFormats } from './inline.ts'

/** Every format, in the order of the slash menu. */
export const formats: readonly Format[] = [...blockFormats, ...inlineFormats]

/** The format of that id. */
export function formatOf(id: FormatId): Format {
  const format = formats.find((one) => one.id === id)
  if (!format) throw new Error(`there is no format ${id}`)
  return format
}
