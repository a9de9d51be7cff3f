import { isForbidden } from '@plenary/shared/document'

import { type Content, readUpdate } from './update.ts'

/** All addresses in an update that no page may point at. */
export function addressesIn(bytes: Uint8Array): ReadonlySet<string> {
  const contents = readUpdate(bytes)?.sections.flatMap(({ structs }) => structs.map(({ content }) => content)) ?? []
  return new Set(
    contents.flatMap(valuesOf).filter((value) => typeof value === 'string' && isForbidden(value)) as string[],
  )
}

function valuesOf(content: Content): readonly unknown[] {
  if (content.what === 'values') return content.values
  const { value } = content.what === 'format' ? content : { value: null }
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}
