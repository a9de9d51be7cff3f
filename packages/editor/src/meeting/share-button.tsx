import { Link2 } from 'lucide-react'
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
        icon={<Link2 size={18} aria-hidden />}
        aria-label="Copy the link"
        onClick={() => void share()}
      >
        <span className="share-word">{copied === 'yes' ? 'Copied' : 'Share'}</span>
      </Button>
      <output className="visually-hidden">
        {copied === 'yes' && 'The link is copied.'}
        {copied === 'no' && 'The link cannot be copied here. Copy it from the address bar.'}
      </output>
    </>
  )
}
