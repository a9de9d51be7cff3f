import { useCallback, useRef, useState } from 'react'

import { createMeeting } from '../app/api.ts'
import { importFiles, type Progress } from './import.ts'

/** One file of an import, as the list shows it. */
export interface ImportedFile {
  readonly key: number
  readonly name: string
  readonly progress: Progress
}

interface Imports {
  readonly files: readonly ImportedFile[]
  readonly start: (files: readonly File[]) => void
  readonly clear: () => void
}

/** Every file dropped or chosen since the page was opened or the list was put away. `onImported` hears of each new meeting. */
export function useImports(onImported: () => void): Imports {
  const [files, setFiles] = useState<readonly ImportedFile[]>([])
  const used = useRef(0)

  const start = useCallback(
    (chosen: readonly File[]) => {
      const first = used.current
      used.current += chosen.length
      const waiting = chosen.map(({ name }, at): ImportedFile => ({
        key: first + at,
        name,
        progress: { state: 'waiting' },
      }))
      setFiles((files) => [...files, ...waiting])
      void importFiles(chosen, createMeeting, (at, progress) => {
        setFiles((files) => files.map((file) => (file.key === first + at ? { ...file, progress } : file)))
        if (progress.state === 'imported') onImported()
      })
    },
    [onImported],
  )

  return { files, start, clear: useCallback(() => setFiles([]), []) }
}
