import type { HouseStyle } from '@plenary/shared/style'
import { useEffect, useState } from 'react'

import { untilThere } from '../connection/until-there.ts'
import { whenThere } from '../ui/when-there.ts'

import './style.css'

interface StylePreviewProps {
  readonly style: HouseStyle
  readonly title?: string | undefined
  readonly date?: string | undefined
}

/** What a new file in this style looks like. */
export function StylePreview({ style, title, date }: StylePreviewProps) {
  const [text, setText] = useState('')
  useEffect(() => whenThere(preview(style, title, date), setText), [style, title, date])
  return <textarea className="style-preview" readOnly rows={8} aria-label="How the file begins" value={text} />
}

async function preview(style: HouseStyle, title: string | undefined, date: string | undefined): Promise<string> {
  // The lens is needed only here, and only once somebody looks.
  const { previewOf } = await untilThere(() => import('./preview.ts'))
  return previewOf(style, { ...(title && { title }), ...(date && { date }) })
}
