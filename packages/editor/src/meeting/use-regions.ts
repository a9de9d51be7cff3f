import { useEffect } from 'react'

/** The parts of a meeting's page, in the order in which F6 goes through them. */
const REGIONS = [
  '.meeting-header',
  '.live-bar',
  '.toolbar',
  '.minutes',
  '.meeting-columns aside',
  '.live-layer:has(button)',
  '.phone-bar',
]
const STOPS = 'a[href], button, input, select, [tabindex]'

/** F6 and Shift-F6 lead from one part of the page to the next, to where one has been there last. */
export function useRegions(): void {
  useEffect(() => {
    const last = new WeakMap<Element, HTMLElement>()
    const remember = ({ target }: FocusEvent) => {
      const region = target instanceof HTMLElement ? regionOf(target) : undefined
      if (region !== undefined && target instanceof HTMLElement) last.set(region, target)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      // A modal dialog is a page of its own.
      if (document.querySelector('dialog:modal') !== null) return
      event.preventDefault()
      const regions = REGIONS.flatMap((region) => document.querySelector<HTMLElement>(region) ?? [])
      const at = regions.indexOf(regionOf(document.activeElement) ?? document.documentElement)
      const step = event.shiftKey ? -1 : 1
      const next = regions[(at < 0 && step < 0 ? regions.length - 1 : at + step + regions.length) % regions.length]
      if (next !== undefined) enter(next, last.get(next))
    }
    document.addEventListener('focusin', remember)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('focusin', remember)
      document.removeEventListener('keydown', press)
    }
  }, [])
}

function regionOf(element: Element | null): HTMLElement | undefined {
  return REGIONS.flatMap((region) => element?.closest<HTMLElement>(region) ?? [])[0]
}

function enter(region: HTMLElement, last: HTMLElement | undefined): void {
  if (region.isContentEditable) return region.focus({ preventScroll: true })
  const stops = [...region.querySelectorAll<HTMLElement>(STOPS)].filter(({ tabIndex }) => tabIndex >= 0)
  const stop = last?.isConnected === true && region.contains(last) ? last : stops[0]
  stop?.focus()
}
