import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'

import { Link } from '../app/link.tsx'
import { ThemeSwitch } from '../app/theme-switch.tsx'
import { useDocumentTitle } from '../app/use-document-title.ts'
import { SignInNews } from '../identity/sign-in-news.tsx'
import { useHeightProperty } from '../ui/use-height-property.ts'

import './meeting.css'
import { useRegions } from './use-regions.ts'

interface MeetingFrameProps {
  readonly title?: string
  readonly saving?: ReactNode
  readonly actions?: ReactNode
  /** What has to be known before anything else is read. */
  readonly news?: ReactNode
  readonly children?: ReactNode
  /** Beside the text on a wide screen. */
  readonly aside?: ReactNode
}

/** Where everything stands on a meeting's page; empty, it is what is shown while the meeting loads, so nothing jumps. */
export function MeetingFrame({ title, saving, actions, news, children, aside }: MeetingFrameProps) {
  useDocumentTitle(title ?? 'Meeting')
  useRegions()
  const measure = useHeightProperty('--top-height')
  return (
    <div className="meeting">
      <a className="skip-link" href="#minutes">
        Skip to the minutes
      </a>
      <div className="meeting-top" ref={measure}>
        <header className="meeting-header">
          <Link href="/" className="button button-quiet button-icon" aria-label="All meetings" title="All meetings">
            <ArrowLeft size={20} aria-hidden />
          </Link>
          <h1 title={title}>{title ?? <span className="visually-hidden">Opening the meeting</span>}</h1>
          <div className="meeting-saving">{saving}</div>
          <div className="meeting-actions">
            {actions}
            <ThemeSwitch />
          </div>
        </header>
        <SignInNews className="meeting-news" />
        {news}
      </div>
      <div className="meeting-columns">
        <main id="minutes" className="meeting-main" tabIndex={-1}>
          {children ?? <Placeholder />}
        </main>
        {aside}
      </div>
    </div>
  )
}

/** Where the text will be. */
export function Placeholder() {
  return (
    <div className="meeting-placeholder" aria-hidden>
      <span />
      <span />
      <span />
      <span />
    </div>
  )
}
