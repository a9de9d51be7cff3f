import type { HouseStyle } from '@plenary/shared/style'
import { useId, useState } from 'react'

interface StyleJsonProps {
  readonly style: HouseStyle
  readonly onChange: (style: HouseStyle) => void
}

/** All of a style, for what has no field, such as the marks of labels. Whether it is a style the server says when it is stored. */
export function StyleJson({ style, onChange }: StyleJsonProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const change = (text: string) => {
    const read = readStyle(text, style)
    setDraft(read === null ? text : null)
    if (read !== null) onChange(read)
  }
  return (
    <details>
      <summary>All of it</summary>
      <label htmlFor={id} className="visually-hidden">
        The style as JSON
      </label>
      <textarea
        id={id}
        className="style-json"
        spellCheck={false}
        aria-invalid={draft !== null}
        value={draft ?? JSON.stringify(style, null, 2)}
        onChange={(event) => change(event.target.value)}
      />
      {draft !== null && <p className="field-hint">This is no style yet.</p>}
    </details>
  )
}

/** What looks like a style: with all its parts, each of the kind that it was. */
function readStyle(text: string, before: HouseStyle): HouseStyle | null {
  try {
    const value: unknown = JSON.parse(text)
    return isLike(value, before) ? (value as HouseStyle) : null
  } catch {
    return null
  }
}

function isLike(value: unknown, before: unknown): boolean {
  if (before === null || typeof before !== 'object' || Array.isArray(before)) {
    return before === null || (typeof value === typeof before && Array.isArray(value) === Array.isArray(before))
  }
  if (typeof value !== 'object' || value === null) return false
  const own = value as Readonly<Record<string, unknown>>
  return Object.entries(before).every(([name, each]) => isLike(own[name], each))
}
