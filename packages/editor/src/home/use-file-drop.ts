import { useEffect, useState } from 'react'

import { droppedFiles } from './dropped-files.ts'

/**
 * Makes the whole window a place to drop files and folders on. True while files are held over it. A file dropped beside a target would
 * make the browser leave the page, so the whole window it is.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    // Entering a child tells of a leave of its parent as well, so the two are counted.
    let depth = 0
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth += 1
      setHeld(true)
    }
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth = Math.max(0, depth - 1)
      setHeld(depth > 0)
    }
    const over = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setHeld(false)
      if (!hasFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      void take(event.dataTransfer)
    }
    const take = async (transfer: DataTransfer) => onFiles(await droppedFiles(transfer))
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [onFiles])
  return held
}
