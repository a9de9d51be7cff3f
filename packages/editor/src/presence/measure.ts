import type { EditorView } from '@tiptap/pm/view'

/** A rectangle in the window, in pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where text is on the screen. Everything outside of the window, and a little around it, has no box. */
export interface Measure {
  caret(pos: number): Box | undefined
  selection(from: number, to: number): readonly Box[]
}

/** How far (pixels) beyond the window carets are still drawn, so that a short scroll finds them there. */
const MARGIN = 200
const MOST_LINES = 200

/**
 * Measures in an editor. It looks at the box of the outermost block first: a block out of sight may have no layout inside
 * (`content-visibility`), and must not be given one for a caret that nobody sees.
 */
export function measureIn(view: EditorView): Measure {
  return {
    caret: (pos) => {
      const place = view.state.doc.resolve(pos)
      if (!isNear(view, place.depth > 0 ? place.before(1) : pos)) return undefined
      const { left, top, bottom } = view.coordsAtPos(pos, -1)
      return { left, top, width: 0, height: bottom - top }
    },
    selection: (from, to) => {
      const boxes: Box[] = []
      view.state.doc.nodesBetween(from, to, (node, pos, parent) => {
        if (boxes.length >= MOST_LINES) return false
        if (parent === view.state.doc && !isNear(view, pos)) return false
        if (!node.isTextblock) return true
        boxes.push(...linesOf(view, Math.max(from, pos + 1), Math.min(to, pos + 1 + node.content.size)))
        return false
      })
      return boxes
    },
  }
}

/** The boxes of the text between two positions of one block. */
function linesOf(view: EditorView, from: number, to: number): Box[] {
  const [start, end] = [view.domAtPos(from), view.domAtPos(to)]
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  // Copied one by one: the values of a DOMRect are getters of its prototype, which a spread leaves behind.
  const boxes = [...range.getClientRects()].filter(isInWindow)
  return boxes.map(({ left, top, width, height }) => ({ left, top, width, height }))
}

function isNear(view: EditorView, pos: number): boolean {
  const dom = view.nodeDOM(pos)
  return dom instanceof HTMLElement && isInWindow(dom.getBoundingClientRect())
}

function isInWindow({ top, bottom }: DOMRect): boolean {
  return bottom > -MARGIN && top < window.innerHeight + MARGIN
}
