import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'

import { useDesk } from './desk.ts'

const CONTROLS = 'button, input, select'

/**
 * Rows that are one stop for Tab: the arrow keys go from row to row, to the same control there, and Tab goes through the
 * controls of the row that has the focus.
 */
export function Rows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null)
  /** Which row has the focus; null: none. A row that goes takes the focus along without an event. */
  const at = useRef<number | null>(null)
  // After every drawing, as rows come and go while others write.
  useEffect(() => {
    if (at.current !== null && document.activeElement === document.body) enterRow(list.current, at.current)
    stopAt(list.current, rowOf(document.activeElement))
  })
  const focused = (event: FocusEvent<HTMLUListElement>) => {
    const row = rowOf(event.target)
    at.current = row === null ? null : [...event.currentTarget.children].indexOf(row)
    stopAt(event.currentTarget, row)
  }
  const left = () => {
    at.current = null
  }
  const pressed = (event: KeyboardEvent<HTMLUListElement>) => {
    const target = nextRow(event)
    if (target === undefined) return
    event.preventDefault()
    target.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears what its controls do not use
    <ul ref={list} className="side-rows" aria-label={label} onFocus={focused} onBlur={left} onKeyDown={pressed}>
      {children}
    </ul>
  )
}

/** The part of a row that says what it is; pressing it leads to its line. */
export function RowText({ row, children }: { readonly row: string; readonly children: ReactNode }) {
  const { jump } = useDesk()
  return (
    <button type="button" className="side-text" onClick={() => jump(row)}>
      {children}
    </button>
  )
}

function rowOf(element: Element | null): Element | null {
  return element?.closest('.side-rows > li') ?? null
}

/** Puts the focus into the row at this place, or the last one. */
function enterRow(list: Element | null, at: number): void {
  const row = list?.children.item(at) ?? list?.lastElementChild
  row?.querySelector<HTMLElement>(CONTROLS)?.focus()
}

function stopAt(list: Element | null, row: Element | null): void {
  if (list === null) return
  const rows = [...list.children]
  const marked = list.querySelector(':scope > [data-stop]')
  const stop = rows.find((one) => one === row) ?? marked ?? rows[0]
  for (const one of rows) {
    one.toggleAttribute('data-stop', one === stop)
    for (const control of one.querySelectorAll<HTMLElement>(CONTROLS)) control.tabIndex = one === stop ? 0 : -1
  }
}

function nextRow({ key, target, currentTarget }: KeyboardEvent<HTMLUListElement>): HTMLElement | undefined {
  if (!(target instanceof HTMLElement) || isWrittenIn(target)) return undefined
  const rows = [...currentTarget.children]
  const row = rowOf(target)
  const at = row === null ? -1 : rows.indexOf(row)
  const wanted = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key]
  const next = wanted === undefined ? undefined : rows[wanted]
  if (next === undefined || row === null) return undefined
  const sameOne = [...row.querySelectorAll(CONTROLS)].indexOf(target)
  const controls = next.querySelectorAll<HTMLElement>(CONTROLS)
  return controls[sameOne] ?? controls[0]
}

/** In these fields the arrows mean something of their own. */
function isWrittenIn(element: HTMLElement): boolean {
  return element instanceof HTMLSelectElement || (element instanceof HTMLInputElement && element.type !== 'checkbox')
}
