import { Check, CloudOff, RefreshCw } from 'lucide-react'
import { useState } from 'react'

import type { Saving } from '../connection/saving.ts'
import { savingTone, savingWords } from './saving-words.ts'

/** The state of saving. Spoken only where it is news: losing the connection and coming back, never per keystroke. */
export function SavingStatus({ saving }: { readonly saving: Saving }) {
  const tone = savingTone(saving)
  return (
    <output
      className={`saving saving-${tone}`}
      aria-live={useIsNews(saving.state) ? 'polite' : 'off'}
      title={saving.state === 'saved' && saving.at !== null ? `Saved at ${saving.at.toLocaleTimeString('en-GB')}` : ''}
    >
      <ToneIcon tone={tone} />
      <span>{savingWords(saving)}</span>
    </output>
  )
}

/** True from losing the connection until the first change that is made after it came back. */
function useIsNews(state: Saving['state']): boolean {
  const [last, setLast] = useState({ state, isNews: false })
  if (last.state === state) return last.isNews
  const lost = state === 'offline' || state === 'stopped'
  const isNews = lost || (last.isNews && last.state !== 'saved')
  setLast({ state, isNews })
  return isNews
}

function ToneIcon({ tone }: { readonly tone: ReturnType<typeof savingTone> }) {
  switch (tone) {
    case 'good':
      return <Check size={16} aria-hidden />
    case 'busy':
      return <RefreshCw size={16} aria-hidden />
    case 'bad':
      return <CloudOff size={16} aria-hidden />
  }
}
