import { useCallback, useState } from 'react'

import { rememberArrangement, rememberedArrangement } from '../side/index.ts'

/** What stands beside the text, or over it on a small screen: one thing at a time. */
export type Aside = 'overview' | 'export' | null

/** The least width (px) at which the overview is open for somebody who has never said whether it should be. */
const ROOM = 1_100
/** Below this (px) it is a sheet over the text, which nobody should meet on coming. */
const SHEET = 1_024

interface AsideControl {
  readonly aside: Aside
  readonly toggle: (wanted: NonNullable<Aside>) => void
  readonly close: () => void
}

/** The export takes the place of the overview and gives it back. */
export function useAside(): AsideControl {
  const [isOverview, setOverview] = useState(beginsOpen)
  const [isExport, setExport] = useState(false)
  const aside = isExport ? 'export' : isOverview ? 'overview' : null

  const showOverview = useCallback((isOpen: boolean) => {
    setOverview(isOpen)
    if (window.innerWidth >= SHEET) rememberArrangement({ isOpen })
  }, [])
  const toggle = useCallback(
    (wanted: NonNullable<Aside>) => {
      setExport(wanted === 'export' && aside !== 'export')
      if (wanted === 'overview') showOverview(aside !== 'overview')
    },
    [aside, showOverview],
  )
  const close = useCallback(() => {
    if (aside === 'overview') showOverview(false)
    setExport(false)
  }, [aside, showOverview])
  return { aside, toggle, close }
}

function beginsOpen(): boolean {
  if (window.innerWidth < SHEET) return false
  return rememberedArrangement().isOpen ?? window.innerWidth >= ROOM
}
