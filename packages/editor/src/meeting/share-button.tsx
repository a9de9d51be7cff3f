import type { MeetingId } from '@plenary/shared/meeting'
import { Check, Link2 } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

import { part } from '../app/part.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/clipboard.ts'

const ShareDialog = part(async () => (await import('../identity/share-dialog.tsx')).ShareDialog)

/** How long (ms) is said what came of it: a sentence takes time to read. */
const SHOWN = { yes: 2_500, no: 8_000 } as const

interface ShareButtonProps {
  readonly meeting: MeetingId
  /** A chair shares by invitations; everybody else copies the address of this page, for those who may come already. */
  readonly mayInvite: boolean
}

export function ShareButton({ meeting, mayInvite }: ShareButtonProps) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const [isInviting, setInviting] = useState(false)
  useEffect(() => {
    const timer = copied === null ? undefined : setTimeout(() => setCopied(null), SHOWN[copied])
    return () => clearTimeout(timer)
  }, [copied])
  const share = async () => setCopied((await copyText(location.href)) ? 'yes' : 'no')
  return (
    <>
      <Button
        className="share"
        icon={copied === 'yes' ? <Check size={18} aria-hidden /> : <Link2 size={18} aria-hidden />}
        aria-label={mayInvite ? 'Share' : 'Share: copy the link'}
        onClick={() => (mayInvite ? setInviting(true) : void share())}
      >
        <span className="button-word">Share</span>
      </Button>
      {/* That it went well the button shows. */}
      <output className={copied === 'no' ? 'share-problem' : 'visually-hidden'}>
        {copied === 'yes' && 'The link is copied.'}
        {copied === 'no' && 'The link cannot be copied here. Copy it from the address bar.'}
      </output>
      {isInviting &&
        // Not within the header of the page: a dialog has its own.
        createPortal(
          <Suspense fallback={null}>
            <ShareDialog meeting={meeting} onClose={() => setInviting(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  )
}
