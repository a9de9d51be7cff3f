import { ChevronRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'

import { rememberArrangement, rememberedArrangement } from './remembered.ts'

interface SectionProps {
  readonly title: string
  /** What the head says of the content: usually how much there is. */
  readonly count: ReactNode
  readonly tone?: 'plain' | 'warning'
  readonly children: ReactNode
}

/** A part of the side that can be folded; which ones are is remembered in this browser. */
export function Section({ title, count, tone = 'plain', children }: SectionProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(() => !rememberedArrangement().folded.includes(title))
  const toggle = () => {
    const { folded } = rememberedArrangement()
    rememberArrangement({ folded: isOpen ? [...folded, title] : folded.filter((name) => name !== title) })
    setOpen(!isOpen)
  }
  return (
    <section className={`side-section side-${tone}`} aria-labelledby={`${id}-head`}>
      <h3>
        <button type="button" id={`${id}-head`} aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
          <ChevronRight size={16} aria-hidden />
          <span>{title}</span>
          <span className="side-count">{count}</span>
        </button>
      </h3>
      <div id={id} className="side-content" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  )
}
