import { useCallback } from 'react'

/** A ref whose element's height is kept in a custom property of the page, for whatever has to stand below it. */
export function useHeightProperty(property: `--${string}`): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback(
    (element) => {
      if (element === null) return undefined
      const observer = new ResizeObserver(() => {
        document.documentElement.style.setProperty(property, `${element.offsetHeight}px`)
      })
      observer.observe(element)
      return () => {
        observer.disconnect()
        document.documentElement.style.removeProperty(property)
      }
    },
    [property],
  )
}
