import type { ReactNode } from 'react'

import './banner.css'

interface BannerProps {
  readonly tone: 'info' | 'warning' | 'danger'
  readonly children: ReactNode
  /** What can be done about it, at most two buttons. */
  readonly actions?: ReactNode
}

/** A sentence that the person has to know, with what to do about it. */
export function Banner({ tone, children, actions }: BannerProps) {
  return (
    <div className={`banner banner-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <p>{children}</p>
      {actions !== undefined && <div className="banner-actions">{actions}</div>}
    </div>
  )
}
