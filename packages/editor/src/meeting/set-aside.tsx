import { read } from '@plenary/shared/document'
import { useEffect, useState } from 'react'
import * as Y from 'yjs'

import { copyName, discardAside, readAside } from '../connection/index.ts'
import { untilThere } from '../connection/until-there.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/clipboard.ts'
import { whenThere } from '../ui/when-there.ts'
import { NewsBanner } from './news-banner.tsx'

interface SetAsideProps {
  readonly id: string
  readonly epoch: string
}

/** Offers the text that the server did not take before this page was loaded, until the person discards it. */
export function SetAside({ id, epoch }: SetAsideProps) {
  const name = copyName({ id, epoch })
  const [text, setText] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => whenThere(textAside(name), setText), [name])
  if (text === null) return null
  const copy = async () => {
    setSaid((await copyText(text)) ? 'Copied.' : 'It cannot be copied from here.')
  }
  const discard = () => {
    discardAside(name)
    setText(null)
  }
  return (
    <NewsBanner
      tone="warning"
      actions={
        <>
          <Button onClick={() => void copy()}>Copy it</Button>
          <Button onClick={discard}>Discard it</Button>
          <output>{said}</output>
        </>
      }
    >
      The server did not take some of what you wrote here before. The minutes as you had them are kept in this browser.
    </NewsBanner>
  )
}

/** As Markdown; null where nothing was set aside. */
async function textAside(name: string): Promise<string | null> {
  const updates = await readAside(name)
  if (updates.length === 0) return null
  const { printInParts } = await untilThere(() => import('../export/in-parts.ts'))
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return printInParts(read(doc))
}
