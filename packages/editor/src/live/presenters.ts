import type { Roster } from '@plenary/shared/blocks'
import { LONGEST } from '@plenary/shared/ledger'
import { type Called, readName } from '@plenary/shared/meeting'

const HANDLE = /^[\p{L}\p{N}_.-]+$/u

/**
 * Whom an item names as presenting it, `hober, AL`: by name or handle as written, and by the name that the minutes know them by.
 * They need not be here yet: who comes is compared with it.
 */
export function presentersOf(written: string, roster?: Pick<Roster, 'resolve'>): readonly Called[] {
  const called = written.split(/,| and /).flatMap((part): Called[] => {
    const name = readName(part.trim().replace(/^@/, ''))
    if (name === undefined) return []
    const known = roster?.resolve(name)
    return [
      { name },
      ...(HANDLE.test(name) ? [{ name, handle: name }] : []),
      ...(known?.state === 'one' && known.name !== name ? [{ name: known.name }] : []),
    ]
  })
  return called.slice(0, LONGEST.presenters)
}
