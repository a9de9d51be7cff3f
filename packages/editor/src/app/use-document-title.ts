import { useEffect } from 'react'

/** The name of the tab: «Meetings · Plenary». */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Plenary`
  }, [title])
}
