import type { HouseStyle } from '@plenary/shared/style'
import { FileSearch } from 'lucide-react'
import { useRef, useState } from 'react'

import { readText } from '../app/text-file.ts'
import { untilThere } from '../connection/until-there.ts'
import { Button } from '../ui/button.tsx'

/** So many files show all that a group's habits are; more only take time. */
const MOST = 30

interface StyleFromFilesProps {
  readonly onStyle: (style: HouseStyle) => void
}

/** Takes the style off files that the group has written: what most of them have. The files are read here and sent nowhere. */
export function StyleFromFiles({ onStyle }: StyleFromFilesProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const read = async (files: readonly File[]) => {
    if (files.length === 0) return
    setSaid('Reading …')
    const texts = await Promise.all(files.slice(0, MOST).map(async (file) => ({ file, text: await readText(file) })))
    const readable = texts.flatMap(({ file, text }) => (text.ok ? [{ name: file.name, text: text.value }] : []))
    if (readable.length === 0) return setSaid('None of these files is text in UTF-8.')
    const { styleOfFiles } = await untilThere(() => import('./style-of-files.ts'))
    onStyle(styleOfFiles(readable))
    setSaid(readable.length === 1 ? 'As 1 file shows it.' : `As ${readable.length} files show it.`)
  }
  return (
    <div className="style-files">
      <input
        ref={chooser}
        type="file"
        accept=".md,.markdown,.mdown,.txt,text/markdown,text/plain"
        multiple
        hidden
        aria-label="Files of the group"
        onChange={({ target }) => {
          void read([...(target.files ?? [])])
          // So that the same files can be chosen again.
          target.value = ''
        }}
      />
      <Button icon={<FileSearch size={18} aria-hidden />} onClick={() => chooser.current?.click()}>
        Read it off files …
      </Button>
      <output className="field-hint">{said}</output>
    </div>
  )
}
