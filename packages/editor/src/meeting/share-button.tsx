import { Check, Link2 } from 'lucide-react'
import { useEffect, useState } from 'react'

import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/clipboard.ts'

const SHOWN = 2_500

/** Copies the address of this page; whoever has it may write. */
export function ShareButton() {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  useEffect(() => {
    const timer = copied === null ? undefined : setTimeout(() => setCopied(null), SHOWN)
    return () => clearTimeout(timer)
  }, [copied])
  const share = async () => setCopied((await copyText(location.href)) ? 'yes' : 'no')
  return (
    <>
      <Button
        className="share"
        icon={copied === 'yes' ? <Check size={18} aria-hidden /> : <Link2 size={18} aria-hidden />}
        aria-label="Share: copy the link"
        onClick={() => void share()}
      >
        <span className="button-word">Share</span>
      </Button>
      <output className="visually-hidden">
        {copied === 'yes' && 'The link is copied.'}
        {copied === 'no' && 'The link cannot be copied here. Copy it from the address bar.'}
      </output>
    </>
  )
}
