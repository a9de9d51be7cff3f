import { useEffect } from 'react'

/** One key for each option, wherever somebody is on the page but in a text or a dialog. Null listens to nothing. */
export function useDigitKeys(count: number, choose: ((index: number) => void) | null): void {
  useEffect(() => {
    if (choose === null) return undefined
    const press = (event: KeyboardEvent) => {
      const index = Number(event.key) - 1
      if (!(index >= 0 && index < count) || event.ctrlKey || event.metaKey || event.altKey) return
      if (isWrittenIn(event.target) || document.querySelector('dialog:modal') !== null) return
      event.preventDefault()
      choose(index)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [count, choose])
}

function isWrittenIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, select, textarea') !== null
}
