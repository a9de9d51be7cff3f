import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent as Press, type ReactNode } from 'react'

import { placeNear } from '../floating/place.ts'
import { capsOf } from '../shortcuts.ts'
import { keepFocus } from './tool.tsx'

export interface MenuEntry {
  readonly id: string
  readonly title: string
  readonly key: string | null
  readonly checked: boolean
  readonly disabled: boolean
  readonly onPress: () => void
}

interface ToolMenuProps {
  readonly label: string
  /** What the button shows, and what it says where that is no text. */
  readonly face: ReactNode
  readonly name?: string
  readonly entries: readonly MenuEntry[]
}

/** A tool that opens a menu. The menu stands in the page's own coordinates: a toolbar that scrolls would cut it off. */
export function ToolMenu({ label, face, name = label, entries }: ToolMenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)

  useLayoutEffect(() => {
    const [panel, face] = [list.current, button.current]
    if (!open || !panel || !face) return
    const view = { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight }
    const size = { width: panel.offsetWidth, height: panel.offsetHeight }
    const at = placeNear(face.getBoundingClientRect(), size, view)
    panel.style.translate = `${Math.round(at.left)}px ${Math.round(at.top)}px`
  }, [open])

  useEffect(() => {
    if (!open) return undefined
    const leave = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const close = () => setOpen(false)
    // A press leaves the focus, and so the keys, with the text.
    const press = ({ key }: KeyboardEvent) => key === 'Escape' && close()
    document.addEventListener('keydown', press)
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    window.addEventListener('resize', close)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      window.removeEventListener('resize', close)
    }
  }, [open])

  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  const move = (event: Press) => {
    const all = items()
    const at = all.indexOf(event.target as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Escape') {
      button.current?.focus()
      setOpen(false)
    } else if (next !== undefined) all[(next + all.length) % all.length]?.focus()
    else if (event.key === 'Tab') return setOpen(false)
    else return undefined
    event.preventDefault()
    event.stopPropagation()
    return undefined
  }
  const openByKey = (event: Press) => {
    if (!['ArrowDown', 'Enter', ' '].includes(event.key)) return
    event.preventDefault()
    setOpen(true)
    requestAnimationFrame(() => items()[0]?.focus())
  }

  return (
    <div ref={root} className="tool-menu">
      <button
        ref={button}
        type="button"
        className="tool tool-face"
        aria-label={name}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onMouseDown={keepFocus}
        onClick={() => setOpen(!open)}
        onKeyDown={openByKey}
      >
        {face}
        <ChevronDown size={14} aria-hidden />
      </button>
      {open && (
        <div ref={list} id={id} role="menu" aria-label={label} className="menu floating" onKeyDown={move} tabIndex={-1}>
          {entries.map((entry) => (
            <button
              key={entry.id}
              type="button"
              role="menuitemradio"
              aria-checked={entry.checked}
              aria-disabled={entry.disabled}
              tabIndex={-1}
              className="menu-entry"
              onMouseDown={keepFocus}
              onClick={() => {
                if (entry.disabled) return
                setOpen(false)
                entry.onPress()
              }}
            >
              <span>{entry.title}</span>
              {entry.key !== null && <kbd>{capsOf(entry.key).join(' ')}</kbd>}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
