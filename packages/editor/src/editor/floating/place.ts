export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const GAP = 6
const EDGE = 8

/**
 * Where a panel goes beside the caret: below it, above it where there is more room there, and never outside the part of
 * the page that can be seen (a phone's keyboard covers the rest). All in CSS pixels of the viewport.
 */
export function placeNear(
  caret: Box,
  panel: { width: number; height: number },
  view: Box,
): { left: number; top: number } {
  const bottom = caret.top + caret.height
  const below = view.top + view.height - bottom - GAP - EDGE
  const above = caret.top - view.top - GAP - EDGE
  const top = panel.height <= below || below >= above ? bottom + GAP : caret.top - GAP - panel.height
  const right = view.left + view.width - panel.width - EDGE
  return {
    left: Math.max(view.left + EDGE, Math.min(caret.left, right)),
    top: Math.max(view.top + EDGE, Math.min(top, view.top + view.height - panel.height - EDGE)),
  }
}
