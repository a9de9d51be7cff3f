import type { MeetingId, Role } from '@plenary/shared/meeting'
import { Trash2 } from 'lucide-react'
import { useCallback, useEffect, useState, type SubmitEvent } from 'react'

import { type Invitation, invite, listInvitations, revokeInvitation } from '../app/people-api.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { copyText } from '../ui/clipboard.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { absoluteTime } from '../ui/time.ts'
import { whenThere } from '../ui/when-there.ts'
import { ROLE_WORDS } from './role-words.ts'

import './share-dialog.css'

const OFFERED: readonly Role[] = ['participant', 'note-taker', 'reader', 'chair']
const SPANS = [
  { hours: 24, words: 'a day' },
  { hours: 168, words: 'a week' },
  { hours: 0, words: 'until it is revoked' },
] as const

interface ShareDialogProps {
  readonly meeting: MeetingId
  readonly onClose: () => void
}

/** Links that let people in with a role: made, listed and revoked by a chair. */
export function ShareDialog({ meeting, onClose }: ShareDialogProps) {
  const [role, setRole] = useState<Role>('participant')
  const [hours, setHours] = useState<number>(168)
  const [url, setUrl] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [invitations, setInvitations] = useState<readonly Invitation[]>([])
  const list = useCallback(
    () =>
      whenThere(listInvitations(meeting), (outcome) => {
        if (outcome.ok) setInvitations(outcome.value)
        else setSaid(outcome.failure.message)
      }),
    [meeting],
  )
  useEffect(list, [list])
  const make = async (event: SubmitEvent) => {
    event.preventDefault()
    const outcome = await invite(meeting, hours === 0 ? { role } : { role, hours })
    if (!outcome.ok) return setSaid(outcome.failure.message)
    setUrl(outcome.value.url)
    setSaid((await copyText(outcome.value.url)) ? 'The link is copied. It is shown only now.' : 'Copy the link now.')
    list()
  }
  const copyAddress = async () =>
    setSaid((await copyText(location.href)) ? 'The address is copied.' : 'Copy it from the address bar.')
  const revoke = async ({ id }: Invitation) => {
    const outcome = await revokeInvitation(meeting, id)
    setSaid(
      outcome.ok ? 'The invitation is revoked, with what it gave to those who came by it.' : outcome.failure.message,
    )
    list()
  }
  return (
    <Dialog title="Share" className="share-dialog" beginsAt="top" onClose={onClose}>
      <div className="share-address">
        <p>Whoever may come already finds the meeting at this page’s address.</p>
        <Button onClick={() => void copyAddress()}>Copy the address</Button>
      </div>
      <h3>Invite others</h3>
      <form className="share-form" onSubmit={(event) => void make(event)}>
        <Choice
          label="Whoever follows the link is"
          value={role}
          onChoose={(value) => setRole(OFFERED.find((one) => one === value) ?? 'participant')}
        >
          {OFFERED.map((one) => (
            <option key={one} value={one}>
              {ROLE_WORDS[one]}
            </option>
          ))}
        </Choice>
        <Choice label="The link holds for" value={hours} onChoose={(value) => setHours(Number(value))}>
          {SPANS.map(({ hours, words }) => (
            <option key={hours} value={hours}>
              {words}
            </option>
          ))}
        </Choice>
        <Button type="submit" look="primary">
          Make a link
        </Button>
        {url !== null && <Field label="The link" readOnly value={url} onFocus={(event) => event.target.select()} />}
      </form>
      <output className="share-said">{said}</output>
      {invitations.length > 0 && (
        <>
          <h3>Invitations so far</h3>
          <p className="invitation-terms">Whoever came by one that is revoked loses what it gave.</p>
          <ul className="invitations">
            {invitations.map((invitation) => (
              <li key={invitation.id}>
                <span>
                  {ROLE_WORDS[invitation.role]}
                  {invitation.group && ', whole group'}
                  <span className="invitation-terms">{termsWords(invitation)}</span>
                </span>
                <IconButton
                  label={`Revoke: ${ROLE_WORDS[invitation.role]}, ${termsWords(invitation)}`}
                  icon={<Trash2 size={18} aria-hidden />}
                  onClick={() => void revoke(invitation)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function termsWords({ until, uses, used }: Invitation): string {
  const end = until === null ? 'does not end by itself' : `until ${absoluteTime(new Date(until))}`
  return `${end}, ${uses === null ? usedWords(used) : `used ${used} of ${uses} times`}`
}

function usedWords(used: number): string {
  if (used === 0) return 'not used yet'
  return used === 1 ? 'used once' : `used ${used} times`
}
