import { ChevronDown, X } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'

import { IconButton } from '../ui/button.tsx'

interface CardProps {
  readonly title: string
  /** In a word or two. */
  readonly kind: ReactNode
  readonly className?: string
  /** Puts it away for this person; without, it can only be made small. */
  readonly onDismiss?: () => void
  readonly children: ReactNode
}

/** Something that everybody sees at once, over the page and out of the way of the text. */
export function Card({ title, kind, className = '', onDismiss, children }: CardProps) {
  const id = useId()
  const [isSmall, setSmall] = useState(false)
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <header className="card-header">
        <p className="card-kind">{kind}</p>
        {onDismiss === undefined ? (
          <IconButton
            label={isSmall ? 'Show it' : 'Make it small'}
            className={isSmall ? 'card-fold card-fold-small' : 'card-fold'}
            icon={<ChevronDown size={20} aria-hidden />}
            aria-expanded={!isSmall}
            onClick={() => setSmall(!isSmall)}
          />
        ) : (
          <IconButton label="Put it away" icon={<X size={20} aria-hidden />} onClick={onDismiss} />
        )}
      </header>
      <h2 id={id}>{title}</h2>
      {!isSmall && children}
    </section>
  )
}
