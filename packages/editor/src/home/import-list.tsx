import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import { memo } from 'react'

import { Link } from '../app/link.tsx'
import { meetingPath } from '../app/router.ts'
import { Button } from '../ui/button.tsx'
import { summaryOf, type Progress } from './import.ts'
import type { ImportedFile } from './use-imports.ts'

interface ImportListProps {
  readonly files: readonly ImportedFile[]
  readonly onClear: () => void
}

/** What became of each file, in the order in which they were dropped. */
export function ImportList({ files, onClear }: ImportListProps) {
  const progress = files.map((file) => file.progress)
  const busy = progress.some(({ state }) => state === 'waiting' || state === 'importing')
  const done = progress.filter(({ state }) => state === 'imported' || state === 'refused').length
  return (
    <section className="import-list" aria-labelledby="import-heading">
      <header>
        <h2 id="import-heading">
          <output>{summaryOf(progress)}</output>
        </h2>
        {!busy && (
          <Button look="quiet" onClick={onClear}>
            Close
          </Button>
        )}
      </header>
      {busy && <progress value={done} max={files.length} aria-label="Files imported" />}
      <ol>
        {files.map((file) => (
          <ImportRow key={file.key} file={file} />
        ))}
      </ol>
    </section>
  )
}

const ImportRow = memo(({ file: { name, progress } }: { readonly file: ImportedFile }) => {
  switch (progress.state) {
    case 'waiting':
    case 'importing':
      return (
        <li className="import-row">
          <StateIcon state={progress.state} />
          <span>{name}</span>
          <span className="import-note">{progress.state === 'waiting' ? 'waiting' : 'importing …'}</span>
        </li>
      )
    case 'imported':
      return (
        <li className="import-row">
          <StateIcon state="imported" />
          <Link href={meetingPath(progress.id)}>{name}</Link>
          <span className="import-note">imported</span>
        </li>
      )
    case 'refused':
      return (
        <li className="import-row">
          <StateIcon state="refused" />
          <span>{name}</span>
          <span className="import-problem">{progress.message}</span>
        </li>
      )
  }
})

function StateIcon({ state }: { readonly state: Progress['state'] }) {
  switch (state) {
    case 'waiting':
    case 'importing':
      return <LoaderCircle size={18} className={state === 'importing' ? 'turning' : ''} aria-hidden />
    case 'imported':
      return <CircleCheck size={18} className="good" aria-hidden />
    case 'refused':
      return <CircleAlert size={18} className="bad" aria-hidden />
  }
}
