const KEY = 'plenary-style'
const FIRST = 'plain'

/** The style that was chosen last in this browser: most people write for one group. */
export function lastStyle(): string {
  try {
    return localStorage.getItem(KEY) ?? FIRST
  } catch {
    return FIRST
  }
}

/** Only a name: a meeting may be gone by then. */
export function rememberStyle(value: string): void {
  if (value.includes(' ')) return
  try {
    localStorage.setItem(KEY, value)
  } catch {
    // A browser that keeps nothing asks again.
  }
}
