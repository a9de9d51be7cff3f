interface UnsentReasonProps {
  /** Nothing but blanks: there is none. */
  readonly text: string
}

/** Gives back the reason that somebody was still writing when the vote was closed. */
export function UnsentReason({ text }: UnsentReasonProps) {
  if (text.trim() === '') return null
  return (
    <p className="card-note">
      The vote was closed before you sent your reason. Tell it to the note taker, if you like: “{text.trim()}”
    </p>
  )
}
