import { Link } from './link.tsx'
import { Page } from './page.tsx'

/** For every address that leads nowhere, and for a meeting that does not exist. */
export function MissingPage() {
  return (
    <Page title="Nothing here">
      <div className="missing">
        <h1 tabIndex={-1}>There is no meeting here</h1>
        <p>The address may be incomplete, or the meeting is kept on another server. Ask for the link again, or:</p>
        <p>
          <Link href="/" className="button button-primary">
            Go to the meetings
          </Link>
        </p>
      </div>
    </Page>
  )
}
