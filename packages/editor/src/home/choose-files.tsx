import { Upload } from 'lucide-react'
import { useRef } from 'react'

import { Button } from '../ui/button.tsx'

/** A button that opens the browser's file dialog; the way in for everybody who does not drag. */
export function ChooseFiles({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
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
      <Button icon={<Upload size={18} aria-hidden />} onClick={() => input.current?.click()}>
        Import files
      </Button>
    </>
  )
}
