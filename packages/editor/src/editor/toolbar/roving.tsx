import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'

interface RovingProps {
  readonly label: string
  readonly className: string
  readonly children: ReactNode
  /** Escape leads back to where the toolbar belongs. */
  readonly onLeave: () => void
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/** A toolbar that is one stop for Tab; the arrow keys move within it (ARIA Authoring Practices, "Toolbar"). */
export function RovingToolbar({ label, className, children, onLeave }: RovingProps) {
  const root = useRef<HTMLDivElement>(null)
  const tools = () => [...(root.current?.querySelectorAll<HTMLElement>('.tool') ?? [])]
  const stopAt = (stop: HTMLElement | undefined) => {
    for (const tool of tools()) tool.tabIndex = tool === stop ? 0 : -1
  }
  // After every drawing, as tools may have come or gone; the stop stays where it was if it is still there.
  useEffect(() => {
    const all = tools()
    stopAt(all.find((tool) => tool.tabIndex === 0 && tool.dataset['stop'] === 'true') ?? all[0])
  })
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onLeave()
    const all = tools()
    const at = all.indexOf(event.target as HTMLElement)
    const next = at < 0 ? undefined : all[STEPS[event.key]?.(at, all.length) ?? -1]
    if (!next) return undefined
    event.preventDefault()
    return next.focus()
  }
  return (
    <div
      ref={root}
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      className={className}
      onKeyDown={move}
      onFocus={(event) => {
        for (const tool of tools()) tool.dataset['stop'] = String(tool === event.target)
        if (event.target.matches('.tool')) stopAt(event.target)
      }}
    >
      {children}
    </div>
  )
}
