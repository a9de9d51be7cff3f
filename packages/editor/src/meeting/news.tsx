import { WHAT_TO_DO } from '@plenary/shared/ledger'
import type { Notice } from '@plenary/shared/protocol'
import { useState } from 'react'

import type { Saving } from '../connection/index.ts'
import { textOf, type Replica } from '../export/replica.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/clipboard.ts'
import { NewsBanner } from './news-banner.tsx'
import { stopOf } from './saving-words.ts'

interface NewsProps {
  readonly saving: Saving
  /** Somebody has put something into the minutes that this page does not know. */
  readonly isUnreadable: boolean
  readonly notice: Notice | null
  /** Why the person may not write; null where they may. */
  readonly readsOnly: string | null
  readonly replica: Replica
}

/** What the person has to know now, one sentence at a time, the most pressing first. */
export function News({ saving, isUnreadable, notice, readsOnly, replica }: NewsProps) {
  if (saving.state === 'stopped') {
    const { sentence, remedy } = stopOf(saving.reason, notice?.message !== WHAT_TO_DO.read)
    // What the server said of this end, if it said anything.
    const reason = notice?.code === saving.reason ? `${notice.message} ` : ''
    return (
      <NewsBanner tone="danger" actions={remedy === 'reload' ? <Reload /> : <CopyMyText replica={replica} />}>
        {reason + sentence}
      </NewsBanner>
    )
  }
  if (isUnreadable) {
    return (
      <NewsBanner
        tone="danger"
        actions={
          <>
            <Reload />
            <CopyMyText replica={replica} />
          </>
        }
      >
        Somebody has put something into these minutes that this page cannot show. Nothing of it or of your text is lost.
        Reload the page to go on writing; if that does not help, copy the text and have Plenary updated.
      </NewsBanner>
    )
  }
  if (notice !== null) {
    return <NewsBanner tone="warning">{notice.message}</NewsBanner>
  }
  if (saving.state === 'offline' && !saving.kept && saving.changes > 0) {
    return (
      <NewsBanner tone="danger" actions={<CopyMyText replica={replica} />}>
        The server cannot be reached, and this browser does not let Plenary keep your text. Keep this page open until
        the connection is back, or copy your text.
      </NewsBanner>
    )
  }
  if (readsOnly !== null) {
    return <NewsBanner tone="info">{readsOnly}</NewsBanner>
  }
  return null
}

function Reload() {
  return <Button onClick={() => location.reload()}>Reload</Button>
}

function CopyMyText({ replica }: Pick<NewsProps, 'replica'>) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    const text = textOf(await replica.newest())
    setSaid(
      text !== null && (await copyText(text))
        ? 'Copied.'
        : 'It cannot be copied from here; select the text and copy it.',
    )
  }
  return (
    <>
      <Button onClick={() => void copy()}>Copy my text</Button>
      <output>{said}</output>
    </>
  )
}
