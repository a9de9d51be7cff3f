import { type HouseStyle, inferStyle } from '@plenary/shared/style'

/** How the group writes that these files are of. A module of its own, so that the lens behind it comes only when somebody asks. */
export function styleOfFiles(files: readonly { readonly name: string; readonly text: string }[]): HouseStyle {
  return inferStyle(
    files.map(({ text }) => text),
    files.map(({ name }) => name),
  )
}
