const KEY = 'plenary:affiliation'

/** For whom somebody is here, as they said it last in this browser. */
export function rememberedAffiliation(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function forgetAffiliation(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing was remembered either.
  }
}

export function rememberAffiliation(affiliation: string): void {
  try {
    localStorage.setItem(KEY, affiliation)
  } catch {
    // Not remembered then; asked again next time.
  }
}
