import { readName } from '@plenary/shared/meeting'

/** What a provider says in a name or an affiliation, as it is kept; undefined where that is none. */
export function lineIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.isWellFormed() ? readName(value) : undefined
}
