import { Copy, Download } from 'lucide-react'
import { useEffect, useState } from 'react'

import { StyleLine } from '../style/style-line.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/clipboard.ts'
import { download } from '../ui/download.ts'
import { useObservable } from '../ui/use-observable.ts'
import { DiffView } from './diff-view.tsx'

import './export.css'
import { differenceWords, fileNameOf, invisibleThings } from './export-words.ts'
import type { Exported } from './message.ts'
import { textOf, type Replica } from './replica.ts'

interface ExportPanelProps {
  readonly replica: Replica
  readonly title: string
}

/** The exact bytes that are exported, live, with what differs from the imported file. */
export function ExportPanel({ replica, title }: ExportPanelProps) {
  const state = useObservable(replica.exported)
  useEffect(() => {
    replica.show(true)
    return () => replica.show(false)
  }, [replica])

  switch (state.state) {
    case 'none':
      return <output className="export-waiting">Preparing the export …</output>
    case 'failed':
      return (
        <>
          <Banner tone="danger" actions={<Button onClick={() => void replica.newest()}>Try again</Button>}>
            {state.problem}
          </Banner>
          {state.text !== null && (
            <>
              <p className="export-invisible">What can be had is written anew, not as in the imported file.</p>
              <ExportActions replica={replica} title={title} />
            </>
          )}
        </>
      )
    case 'printed':
      return <Printed exported={state.exported} replica={replica} title={title} />
  }
}

function Printed({ exported, replica, title }: ExportPanelProps & { readonly exported: Exported }) {
  const [whole, setWhole] = useState(false)
  const showsAll = whole || exported.different === null
  return (
    <>
      <output className="export-summary">{differenceWords(exported.different)}</output>
      <StyleLine replica={replica} />
      <p className="export-invisible">{invisibleThings(exported.text).join('. ')}</p>
      <Exactness exported={exported} />
      <div className="export-tools">
        <ExportActions replica={replica} title={title} />
        {exported.different !== null && (
          <fieldset className="export-scope">
            <legend className="visually-hidden">Show</legend>
            <Button look="quiet" aria-pressed={!whole} onClick={() => setWhole(false)}>
              Changes
            </Button>
            <Button look="quiet" aria-pressed={whole} onClick={() => setWhole(true)}>
              Whole file
            </Button>
          </fieldset>
        )}
      </div>
      <DiffView lines={exported.lines} whole={showsAll} />
    </>
  )
}

/** What the file will not hold exactly, said aloud. */
function Exactness({ exported: { exact, losses } }: { readonly exported: Exported }) {
  if (exact) return null
  return (
    <Banner tone="warning">
      The exported file does not hold everything exactly as the page shows it.
      {losses.map((loss) => ` ${loss}`)}
    </Banner>
  )
}

function ExportActions({ replica, title }: ExportPanelProps) {
  const [said, setSaid] = useState('')
  const act = async (use: (text: string) => Promise<string>) => {
    const text = textOf(await replica.newest())
    if (text !== null) setSaid(await use(text))
  }
  const copy = async (text: string) =>
    (await copyText(text)) ? 'Copied.' : 'Copying is not allowed here; download it.'
  const save = (text: string) => {
    const name = fileNameOf(title)
    download(name, text)
    return Promise.resolve(`Downloaded as ${name}.`)
  }
  return (
    <div className="export-actions">
      <Button look="primary" icon={<Download size={18} aria-hidden />} onClick={() => void act(save)}>
        Download
      </Button>
      <Button icon={<Copy size={18} aria-hidden />} onClick={() => void act(copy)}>
        Copy
      </Button>
      <output>{said}</output>
    </div>
  )
}
