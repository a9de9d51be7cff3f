import { useState, type ChangeEvent, type KeyboardEvent } from 'react'

/** What an `<input>` needs to show a text that is taken over when somebody has finished it. */
interface Typed {
  readonly value: string
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * A field whose text counts at Enter or when it is left, and not at Escape. Until then it is the person's own, whatever others
 * enter in the same place. `take` hears only what differs from `shown`.
 */
export function useTyped(shown: string, take: (text: string) => void): Typed {
  const [typed, setTyped] = useState<string | null>(null)
  const finish = () => {
    const text = typed?.trim() ?? shown
    setTyped(null)
    if (text !== shown) take(text)
  }
  return {
    value: typed ?? shown,
    onChange: (event) => setTyped(event.target.value),
    onBlur: finish,
    onKeyDown: (event) => {
      if (event.key === 'Enter') finish()
      if (event.key === 'Escape' && typed !== null) {
        event.stopPropagation()
        setTyped(null)
      }
    },
  }
}
