/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native list completes one whole value only, and cannot be styled or tested */
import { useId, useState, type KeyboardEvent } from 'react'

import { plain } from './plain.ts'

import './suggest-field.css'

/** So many suggestions are shown; whoever wants another types a letter more. */
const SHOWN = 6

interface SuggestFieldProps {
  readonly label: string
  readonly suggestions: readonly string[]
  /** Takes a suggestion or what was typed; the field is then empty again and keeps the focus. */
  readonly onPick: (text: string) => void
  /** Escape, Enter in the empty field, or Backspace there; missing where there is nothing to leave. */
  readonly onLeave?: () => void
  readonly onBackspace?: () => void
  readonly placeholder?: string
  /** A person has just asked for this field: it takes the focus and shows all suggestions, before anything is typed. */
  readonly takesFocus?: boolean
}

/**
 * A field that takes any words and completes the usual ones (ARIA Authoring Practices, "Combobox with list autocomplete"). With
 * something typed, Enter or Tab takes the first suggestion; the arrows go to others, the last of which is what was typed itself.
 */
export function SuggestField({
  label,
  suggestions,
  onPick,
  onLeave,
  onBackspace,
  placeholder,
  takesFocus = false,
}: SuggestFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(takesFocus)
  const [marked, setMarked] = useState(-1)
  const fitting = optionsFor(typed, suggestions)
  const options = isOpen ? fitting : []
  const at = marked < 0 && typed.trim() !== '' ? 0 : marked

  const pick = (text: string) => {
    setTyped('')
    setMarked(-1)
    if (text.trim() !== '') onPick(text.trim())
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault()
        event.stopPropagation()
        setOpen(true)
        const step = event.key === 'ArrowDown' ? 1 : -1
        if (fitting.length > 0) setMarked((Math.max(at, step > 0 ? -1 : 0) + step + fitting.length) % fitting.length)
        return
      }
      case 'Enter': {
        event.preventDefault()
        const text = options[at] ?? typed
        if (text.trim() === '') onLeave?.()
        else pick(text)
        return
      }
      case 'Tab':
        // It goes on to the next field, and what was typed is not lost.
        if (typed.trim() !== '') pick(options[at] ?? typed)
        return
      case 'Escape':
        if (typed === '' && onLeave === undefined) return
        event.stopPropagation()
        event.preventDefault()
        setTyped('')
        setOpen(false)
        if (typed === '') onLeave?.()
        return
      case 'Backspace':
        if (typed === '') onBackspace?.()
    }
  }

  return (
    <div className="suggest-field">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={options[at] === undefined ? undefined : `${id}-${at}`}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint="done"
        placeholder={placeholder}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- where it is set, a person has just asked for the field
        autoFocus={takesFocus}
        value={typed}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setMarked(-1)
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} hidden={options.length === 0}>
        {options.map((option, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and the keys
          <div
            key={option}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            // A press must not take the focus from the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            {option}
          </div>
        ))}
      </div>
    </div>
  )
}

/** What begins with the typed letters, or has a word that does; then what was typed, if that is something else. */
function optionsFor(typed: string, suggestions: readonly string[]): string[] {
  const wanted = plain(typed).trim()
  const begins = (text: string) => plain(text).startsWith(wanted)
  const hasWord = (text: string) =>
    plain(text)
      .split(/[\s-]+/)
      .some((word) => word.startsWith(wanted))
  const fitting = suggestions.filter((text) => begins(text) || hasWord(text))
  const ordered = fitting.sort((a, b) => Number(begins(b)) - Number(begins(a))).slice(0, SHOWN)
  if (wanted === '' || suggestions.some((text) => plain(text).trim() === wanted)) return ordered
  return [...ordered, typed.trim()]
}
