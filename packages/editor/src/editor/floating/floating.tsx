import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useRef, type ReactNode } from 'react'

import { placeNear, type Box } from './place.ts'

interface FloatingProps {
  readonly editor: Editor
  /** The position in the document that the panel stands beside. */
  readonly pos: number
  readonly children: ReactNode
}

/** A panel beside a place in the text, kept within what can be seen of the page. */
export function Floating({ editor, pos, children }: FloatingProps) {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = () => {
      const element = panel.current
      if (!element || editor.isDestroyed) return
      const { left, top, bottom } = editor.view.coordsAtPos(Math.min(pos, editor.state.doc.content.size))
      const caret = { left, top, width: 0, height: bottom - top }
      const size = { width: element.offsetWidth, height: element.offsetHeight }
      const at = placeNear(caret, size, visibleBox())
      element.style.translate = `${Math.round(at.left)}px ${Math.round(at.top)}px`
    }
    place()
    const events = ['scroll', 'resize'] as const
    for (const event of events) {
      window.addEventListener(event, place, true)
      window.visualViewport?.addEventListener(event, place)
    }
    return () => {
      for (const event of events) {
        window.removeEventListener(event, place, true)
        window.visualViewport?.removeEventListener(event, place)
      }
    }
  })
  return (
    <div ref={panel} className="floating">
      {children}
    </div>
  )
}

function visibleBox(): Box {
  const view = window.visualViewport
  if (!view) return { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight }
  return { left: view.offsetLeft, top: view.offsetTop, width: view.width, height: view.height }
}
