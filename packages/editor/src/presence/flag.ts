import { labelColor } from './color.ts'
import type { Box } from './measure.ts'
import { guestMarked, type User } from './person.ts'

/** How long (ms) a name stands beside a caret that does not move. */
const NAMED = 2_000
/** How near (pixels) a pointer must come for a name to show again. */
const NEAR = 24
/** The widest a name gets (pixels); see carets.css. */
const ROOM = 200

/** The caret, the name and the selection of one other person, drawn on the layer. */
export class Flag {
  readonly dom = document.createElement('div')
  private readonly line = element('caret-line')
  private readonly name = element('caret-name')
  private readonly selection = element('caret-selection')
  private quiet: ReturnType<typeof setTimeout> | undefined
  private box: Box | undefined
  private color = ''

  constructor() {
    this.dom.className = 'caret'
    this.dom.append(this.selection, this.line, this.name)
  }

  /** Who it is. Names and colours come from other pages: they are set as text and as single style values only. */
  introduce({ name, color, guest }: User): void {
    const words = guestMarked(name, guest === true)
    if (this.name.textContent !== words) this.name.textContent = words
    if (this.color === color) return
    this.color = color
    this.line.style.backgroundColor = color
    this.selection.style.setProperty('--caret-color', color)
    this.name.style.backgroundColor = color
    this.name.style.color = labelColor(color)
  }

  /** Draws at boxes that are relative to the layer, which is `width` wide; without a caret nothing is shown. */
  place(caret: Box | undefined, selection: readonly Box[], width: number): void {
    this.box = caret
    this.dom.hidden = caret === undefined && selection.length === 0
    this.line.hidden = this.name.hidden = caret === undefined
    if (caret !== undefined) {
      this.line.style.height = `${caret.height}px`
      this.line.style.transform = `translate(${caret.left}px, ${caret.top}px)`
      // Near the right edge the name stands to the left, or the page would grow wider for it.
      const side = caret.left > width - ROOM ? -100 : 0
      this.name.style.transform = `translate(${caret.left}px, ${caret.top}px) translate(${side}%, -100%)`
    }
    while (this.selection.childElementCount > selection.length) this.selection.lastElementChild?.remove()
    for (const [index, box] of selection.entries()) {
      const line = this.selection.children.item(index) ?? this.selection.appendChild(element('caret-selected'))
      if (line instanceof HTMLElement) fit(line, box)
    }
  }

  /** Shows the name for a while. */
  wake(): void {
    clearTimeout(this.quiet)
    this.dom.classList.add('caret-named')
    this.quiet = setTimeout(() => this.dom.classList.remove('caret-named'), NAMED)
  }

  /** Wakes where a pointer, relative to the layer, comes near. */
  meet(x: number, y: number): void {
    if (this.box === undefined) return
    const { left, top, height } = this.box
    if (Math.abs(x - left) < NEAR && y > top - NEAR && y < top + height + NEAR) this.wake()
  }

  destroy(): void {
    clearTimeout(this.quiet)
    this.dom.remove()
  }
}

function element(className: string): HTMLElement {
  const dom = document.createElement('div')
  dom.className = className
  return dom
}

function fit(line: HTMLElement, { left, top, width, height }: Box): void {
  line.style.transform = `translate(${left}px, ${top}px)`
  line.style.width = `${width}px`
  line.style.height = `${height}px`
}
