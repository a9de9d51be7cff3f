import { ListTree } from 'lucide-react'

import { Button } from '../ui/button.tsx'
import { useObservable } from '../ui/use-observable.ts'
import type { LiveUnderstanding } from '../understanding/index.ts'

import './side-button.css'

interface SideButtonProps {
  readonly live: LiveUnderstanding
  readonly isOpen: boolean
  readonly onPress: () => void
}

/** Opens and closes the overview, and says how much the minutes still lack. */
export function SideButton({ live, isOpen, onPress }: SideButtonProps) {
  const missing = useObservable(live.overview).missing.length
  return (
    <Button
      className="side-button"
      icon={<ListTree size={18} aria-hidden />}
      aria-label={missing === 0 ? 'Overview' : `Overview, ${missing} missing`}
      aria-expanded={isOpen}
      onClick={onPress}
    >
      <span className="button-word">Overview</span>
      {missing > 0 && <span className="side-badge" data-count={missing} aria-hidden />}
    </Button>
  )
}
