/* oxlint-disable jsx-a11y/prefer-tag-over-role -- native radios would vote at each press of an arrow key */
import { Check } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'

import { optionWords } from './option-words.ts'

interface ChoicesProps {
  readonly label: string
  readonly options: readonly string[]
  readonly chosen: number | null
  /** One count for each option; null while they are hidden. */
  readonly counts: readonly number[] | null
  readonly disabled: boolean
  readonly onChoose: (choice: number) => void
}

/**
 * The options of a poll as large buttons, one of which is chosen (ARIA Authoring Practices, "Radio group", where the arrows only
 * lead to an option and Space or Enter chooses it: a vote is not cast in passing).
 */
export function Choices({ label, options, chosen, counts, disabled, onChoose }: ChoicesProps) {
  const group = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent) => {
    const buttons = [...(group.current?.querySelectorAll<HTMLElement>('[role=radio]') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (step === undefined || at < 0) return
    event.preventDefault()
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div ref={group} role="radiogroup" aria-label={label} className="choices" tabIndex={-1} onKeyDown={press}>
      {options.map((option, index) => (
        <button
          key={option}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          tabIndex={index === (chosen ?? 0) ? 0 : -1}
          className="choice"
          disabled={disabled}
          onClick={() => onChoose(index)}
        >
          <kbd aria-hidden>{index + 1}</kbd>
          <span className="choice-words">{optionWords(option)}</span>
          {optionWords(option) !== option && <span className="choice-label">{option}</span>}
          {index === chosen && <Check size={20} aria-hidden />}
          {counts !== null && <span className="choice-count">{counts[index] ?? 0}</span>}
        </button>
      ))}
    </div>
  )
}
