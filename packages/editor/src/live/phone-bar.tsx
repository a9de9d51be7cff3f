import { CheckSquare, Pencil } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../ui/button.tsx'
import { CheckIn } from './check-in.tsx'
import { useLive, useMay } from './live.ts'
import { HandButton } from './queue.tsx'
import { QuickAction } from './quick-action.tsx'

/** One's own part in the meeting, where the thumb is. While somebody writes, the tools for writing stand there instead. */
export function PhoneBar() {
  const { editor } = useLive()
  const [isAdding, setAdding] = useState(false)
  const mayEdit = useMay('edit')
  return (
    <>
      <nav className="phone-bar" aria-label="Your part">
        <CheckIn />
        <HandButton />
        {mayEdit && editor !== null && (
          <>
            <Button look="quiet" icon={<CheckSquare size={18} aria-hidden />} onClick={() => setAdding(true)}>
              Action
            </Button>
            <Button look="quiet" icon={<Pencil size={18} aria-hidden />} onClick={() => editor.view.focus()}>
              Edit
            </Button>
          </>
        )}
      </nav>
      {isAdding && <QuickAction onClose={() => setAdding(false)} />}
    </>
  )
}
