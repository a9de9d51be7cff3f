const KEY = 'plenary:side'

/** How somebody has arranged the side of the page in this browser. */
export interface Arrangement {
  /** Null: never said, so the room on the screen decides. */
  readonly isOpen: boolean | null
  readonly folded: readonly string[]
}

const USUAL: Arrangement = { isOpen: null, folded: [] }

export function rememberedArrangement(): Arrangement {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Arrangement>
    return {
      isOpen: typeof known.isOpen === 'boolean' ? known.isOpen : USUAL.isOpen,
      folded: Array.isArray(known.folded) ? known.folded.filter((name) => typeof name === 'string') : USUAL.folded,
    }
  } catch {
    return USUAL
  }
}

export function rememberArrangement(change: Partial<Arrangement>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...rememberedArrangement(), ...change }))
  } catch {
    // No storage, or none left: the page is then arranged as usual the next time.
  }
}
