import { X } from 'lucide-react'

import { IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useMedia } from '../ui/use-media.ts'
import { ExportPanel } from './export-panel.tsx'
import type { Replica } from './replica.ts'

interface ExportAsideProps {
  readonly replica: Replica
  readonly title: string
  readonly onClose: () => void
}

/** The export panel: beside the text where there is room, a sheet over it where there is not. */
export function ExportAside({ replica, title, onClose }: ExportAsideProps) {
  const panel = <ExportPanel replica={replica} title={title} />
  if (!useMedia('(min-width: 64rem)')) {
    return (
      <Dialog title="Export" className="export-sheet" onClose={onClose}>
        {panel}
      </Dialog>
    )
  }
  return (
    <aside className="export-aside" aria-labelledby="export-heading">
      <header className="dialog-header">
        <h2 id="export-heading">Export</h2>
        <IconButton label="Close the export" icon={<X size={20} aria-hidden />} onClick={onClose} />
      </header>
      {panel}
    </aside>
  )
}
