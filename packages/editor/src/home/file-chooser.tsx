import { Upload } from 'lucide-react'
import type { RefObject } from 'react'

import { Button } from '../ui/button.tsx'

interface FileChooserProps {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly onFiles: (files: readonly File[]) => void
}

/**
 * What opens the browser's file dialog. It stays on the page whatever else comes and goes: a dialog whose input has gone in the
 * meantime gives its files to nobody.
 */
export function FileChooser({ ref, onFiles }: FileChooserProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept=".md,.markdown,.mdown,.txt,text/markdown,text/plain"
      multiple
      hidden
      aria-label="Minutes files"
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])])
        // So that the same file can be chosen again.
        event.target.value = ''
      }}
    />
  )
}

/** The way in for everybody who does not drag. */
export function ImportButton({ chooser }: { readonly chooser: RefObject<HTMLInputElement | null> }) {
  return (
    <Button icon={<Upload size={18} aria-hidden />} onClick={() => chooser.current?.click()}>
      Import files
    </Button>
  )
}
