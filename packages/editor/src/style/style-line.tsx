import { useState } from 'react'

import type { MeetingStyle } from '../app/api.ts'
import type { Replica } from '../export/replica.ts'
import { Button } from '../ui/button.tsx'
import { StyleDialog } from './style-dialog.tsx'
import { useMeetingStyle } from './use-meeting-style.ts'

import './style.css'

/** How the file is written, and the way to change that. */
export function StyleLine({ replica }: { readonly replica: Replica }) {
  const [style, restyle] = useMeetingStyle(replica)
  const [isOpen, setOpen] = useState(false)
  if (style === null) return null
  return (
    <div className="style-line">
      <span>{originWords(style)}</span>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Change style
      </Button>
      {isOpen && <StyleDialog current={style} restyle={restyle} onClose={() => setOpen(false)} />}
    </div>
  )
}

function originWords({ origin, style }: MeetingStyle): string {
  switch (origin) {
    case 'stored':
      return `House style: ${style.name}`
    case 'inferred':
      return 'House style: as the imported file is written'
    case 'plain':
      return 'House style: plain'
  }
}
