import type { ComponentProps } from 'react'

import { Banner } from '../ui/banner.tsx'

/** A banner in its place below the header of a meeting. */
export function NewsBanner(props: ComponentProps<typeof Banner>) {
  return (
    <div className="meeting-news">
      <Banner {...props} />
    </div>
  )
}
