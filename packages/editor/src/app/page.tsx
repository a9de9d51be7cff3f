import { useEffect, type ReactNode } from 'react'

import { SignInNews } from '../identity/sign-in-news.tsx'
import { Link } from './link.tsx'
import { Logo } from './logo.tsx'

import './page.css'
import { arrival } from './router.ts'
import { ThemeSwitch } from './theme-switch.tsx'
import { useDocumentTitle } from './use-document-title.ts'

interface PageProps {
  /** What the tab is called; the page's own h1 says the same. */
  readonly title: string
  readonly children: ReactNode
}

/** The frame of every page but the meeting's: the name, the theme, and one column of content. */
export function Page({ title, children }: PageProps) {
  useDocumentTitle(title)
  useEffect(() => {
    // Whoever came here by a link is told where they are; on the first load the browser does that itself.
    if (arrival().isInside) document.querySelector<HTMLElement>('h1[tabindex]')?.focus()
  }, [])
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className="page-header">
        <Link href="/" className="page-name">
          <Logo />
          Plenary
        </Link>
        <ThemeSwitch />
      </header>
      <main id="main" className="page-main" tabIndex={-1}>
        <SignInNews className="page-news" />
        {children}
      </main>
    </>
  )
}
