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
      if (event.shiftKey) regions.reverse()
      const at = regions.indexOf(regionOf(document.activeElement) ?? document.documentElement)
      // One in which nothing can have the focus is passed over.
      const others = [...regions.slice(at + 1), ...regions.slice(0, Math.max(0, at))]
      others.some((region) => enter(region, last.get(region)))
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

/** False where there is nothing to be entered. */
function enter(region: HTMLElement, last: HTMLElement | undefined): boolean {
  const stops = [...region.querySelectorAll<HTMLElement>(STOPS)].filter(({ tabIndex }) => tabIndex >= 0)
  const known = last?.isConnected === true && region.contains(last) ? last : stops[0]
  // The text is one place, whatever stands in it.
  const stop = region.matches('.minutes') ? region : known
  stop?.focus({ preventScroll: stop === region })
  return stop !== undefined && stop === document.activeElement
}
