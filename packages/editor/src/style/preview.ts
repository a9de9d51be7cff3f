import { printWrapped } from '@plenary/shared/markdown'
import { type HouseStyle, type NewMinutes, skeleton } from '@plenary/shared/style'

/** The file that a new meeting in this style would be now. */
export function previewOf(style: HouseStyle, meeting: NewMinutes): string {
  return printWrapped(skeleton(style, meeting), { habits: style.writing }).text
}
