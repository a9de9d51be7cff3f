import { Flag } from './flag.ts'
import type { Box, Measure } from './measure.ts'
import type { User } from './person.ts'

/** Somebody else in the text, in positions of the editor. */
export interface Visitor {
  readonly clientId: number
  readonly user: User
  readonly anchor: number
  readonly head: number
  /** Has moved since it was drawn last. */
  readonly moved: boolean
}

/**
 * The layer beside the text on which the carets of the others are drawn. It is no part of the text: a caret inside the
 * editable text breaks typing there and carries the local caret along.
 */
export class Layer {
  private readonly dom = document.createElement('div')
  private readonly flags = new Map<number, Flag>()

  constructor() {
    this.dom.className = 'carets'
    this.dom.setAttribute('aria-hidden', 'true')
  }

  /** Puts the layer beside `text`, wherever that stands by now. */
  join(text: HTMLElement): void {
    const host = text.parentElement
    if (host === null || this.dom.parentElement === host) return
    host.classList.add('carets-host')
    host.append(this.dom)
  }

  /** Draws these people and nobody else. Measures everything first, so that the browser lays the page out only once. */
  draw(visitors: readonly Visitor[], measure: Measure): void {
    const origin = this.dom.getBoundingClientRect()
    const width = this.dom.parentElement?.clientWidth ?? 0
    const relative = (box: Box): Box => ({ ...box, left: box.left - origin.left, top: box.top - origin.top })
    const drawn = visitors.map((visitor) => ({
      visitor,
      caret: measure.caret(visitor.head),
      selection: linesOf(visitor, measure),
    }))
    this.keepOnly(new Set(visitors.map(({ clientId }) => clientId)))
    for (const { visitor, caret, selection } of drawn) {
      const flag = this.flagOf(visitor.clientId)
      flag.introduce(visitor.user)
      flag.place(caret && relative(caret), selection.map(relative), width)
      if (visitor.moved) flag.wake()
    }
  }

  /** A pointer moved, in coordinates of the window. */
  meet(x: number, y: number): void {
    if (this.flags.size === 0) return
    const origin = this.dom.getBoundingClientRect()
    for (const flag of this.flags.values()) flag.meet(x - origin.left, y - origin.top)
  }

  destroy(): void {
    this.keepOnly(new Set())
    this.dom.parentElement?.classList.remove('carets-host')
    this.dom.remove()
  }

  private flagOf(clientId: number): Flag {
    const known = this.flags.get(clientId)
    if (known !== undefined) return known
    const flag = new Flag()
    this.flags.set(clientId, flag)
    this.dom.append(flag.dom)
    return flag
  }

  private keepOnly(clientIds: ReadonlySet<number>): void {
    for (const [clientId, flag] of this.flags) {
      if (clientIds.has(clientId)) continue
      flag.destroy()
      this.flags.delete(clientId)
    }
  }
}

function linesOf({ anchor, head }: Visitor, measure: Measure): readonly Box[] {
  return anchor === head ? [] : measure.selection(Math.min(anchor, head), Math.max(anchor, head))
}
